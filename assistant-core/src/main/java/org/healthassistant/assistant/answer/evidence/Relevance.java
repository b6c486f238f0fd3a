package org.healthassistant.assistant.answer.evidence;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.healthassistant.assistant.answer.text.ContentStems;
import org.healthassistant.assistant.answer.text.TextNormalizer;
import org.healthassistant.assistant.answer.text.VettedStems;
import org.healthassistant.assistant.answer.text.WordLists;
import org.healthassistant.knowledge.passage.Passage;
import org.healthassistant.knowledge.passage.Sentence;

/// How near a sentence is to a question: by meaning (the bilingual encoder's cosine) and by
/// shared words. TextNormalizer of the article's title count little: every sentence there is
/// about them.
public final class Relevance {

  /// What all shared words together add to a cosine of at most 1.
  private static final double WORDS = 0.5;

  private static final double OF_TITLE = 0.2;

  /// What a number adds where one is asked for.
  private static final double NUMBER = 0.15;

  private final boolean asksForNumber;
  private final float[] question;
  private final Set<String> stems;

  private final VettedStems vetted;

  Relevance(String text, float[] question, VettedStems vetted) {
    this.vetted = vetted;
    this.question = question;
    this.asksForNumber = Intent.of(text).number();
    this.stems = ContentStems.in(text);
  }

  /// Whether a heading asks what the message asks: all its words are there, and at most one other
  /// word of weight besides.
  boolean isHeading(Passage passage, String text) {
    Set<String> heading = weighty(passage.section());
    Set<String> left = weighty(text);
    left.removeAll(heading);
    left.removeAll(ContentStems.in(passage.title()));
    return !heading.isEmpty() && stems.containsAll(heading) && left.size() <= 1;
  }

  /// The stems of a text without those that carry little.
  private static Set<String> weighty(String text) {
    WordLists words = WordLists.detect(TextNormalizer.cut(TextNormalizer.fold(text)));
    Set<String> stems = new HashSet<>(ContentStems.in(text));
    stems.removeAll(words.lightStems());
    return stems;
  }

  /// The nearest any sentence of a passage comes.
  double ofBest(Passage passage) {
    return passage.sentences().stream().mapToDouble(s -> of(s, passage)).max().orElse(0);
  }

  /// The relevance of a sentence of a passage, about -0.1 to 1.5.
  public double of(Sentence sentence, Passage passage) {
    double number = asksForNumber && hasNumber(sentence.text()) ? NUMBER : 0;
    return number
        + cosine(question, sentence.bilingual())
        + WORDS * share(vetted.of(sentence.text()), vetted.of(passage.title()));
  }

  /// The share of a heading's words that the question has, 0 to 1.
  public double ofHeading(Passage passage) {
    Set<String> heading = weighty(passage.section());
    long found = heading.stream().filter(stems::contains).count();
    return heading.isEmpty() ? 0 : (double) found / heading.size();
  }

  private static boolean hasNumber(String text) {
    List<String> parts = TextNormalizer.cut(TextNormalizer.fold(text));
    WordLists words = WordLists.detect(parts);
    return parts.stream().anyMatch(p -> TextNormalizer.isNumber(p) || words.isNumberWord(p));
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

  private static double cosine(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < Math.min(a.length, b.length); i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
