package org.healthassistant.assistant.answer;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.healthassistant.knowledge.Passage;
import org.healthassistant.knowledge.Sentence;

/// How near a sentence is to a question: by meaning (the bilingual encoder's cosine) and by shared
/// words. Words of the article's title count little: every sentence there is about them.
final class Relevance {

  /// What all shared words together add to a cosine of at most 1.
  private static final double WORDS = 0.5;

  private static final double OF_TITLE = 0.2;

  private final float[] question;
  private final Set<String> stems;

  Relevance(String text, float[] question) {
    this.question = question;
    this.stems = stems(text);
  }

  /// The content stems of a text, in either language's way.
  static Set<String> stems(String text) {
    List<String> parts = Words.cut(Words.fold(text));
    Lexicon lexicon = Lexicon.of(parts);
    Set<String> stems = new LinkedHashSet<>();
    for (String part : parts) {
      if ((Words.isWord(part) || Words.isNumber(part)) && !lexicon.stop.contains(part)) {
        stems.add(lexicon.stem(part));
      }
    }
    return stems;
  }

  /// The relevance of a sentence of a passage, about -0.1 to 1.5.
  double of(Sentence sentence, Passage passage) {
    return cosine(question, sentence.bilingual())
        + WORDS * share(stems(sentence.text()), stems(passage.title()));
  }

  /// The share of the question's words, less those of the title, that a heading has, 0 to 1.
  double ofHeading(Passage passage) {
    return share(stems(passage.section()), stems(passage.title()));
  }

  private double share(Set<String> having, Set<String> title) {
    double all = 0;
    double found = 0;
    for (String stem : stems) {
      double weight = title.contains(stem) ? OF_TITLE : 1;
      all += weight;
      found += having.contains(stem) ? weight : 0;
    }
    return all == 0 ? 0 : found / all;
  }

  /// The stems that two texts share.
  static int shared(String one, String other) {
    Set<String> stems = new HashSet<>(stems(one));
    stems.retainAll(stems(other));
    return stems.size();
  }

  private static double cosine(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < Math.min(a.length, b.length); i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
