package org.healthassistant.assistant.answer.evidence;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.healthassistant.assistant.answer.text.ContentStems;
import org.healthassistant.assistant.answer.text.RankingConstants;
import org.healthassistant.assistant.answer.text.TextNormalizer;
import org.healthassistant.assistant.answer.text.VettedStems;
import org.healthassistant.assistant.answer.text.WordLists;
import org.healthassistant.knowledge.passage.Passage;
import org.healthassistant.knowledge.passage.Sentence;

/// How near a sentence is to a question: by meaning (the bilingual encoder's cosine) and by
/// shared words. TextNormalizer of the article's title count little: every sentence there is
/// about them.
public final class Relevance {

  private final RankingConstants constants;
  private final boolean asksForNumber;
  private final float[] question;
  private final Set<String> stems;

  private final VettedStems vetted;

  Relevance(String text, float[] question, VettedStems vetted, RankingConstants constants) {
    this.constants = constants;
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
    return !heading.isEmpty()
        && stems.containsAll(heading)
        && left.size() <= constants.section().wordsBesideHeading();
  }

  /// The stems of a text without those that carry little.
  private static Set<String> weighty(String text) {
    WordLists words = WordLists.detect(TextNormalizer.cut(TextNormalizer.fold(text)));
    Set<String> stems = new HashSet<>(ContentStems.in(text));
    stems.removeAll(words.lightStems());
    return stems;
  }

  /// The nearest any sentence of a passage comes.
  double bestScore(Passage passage) {
    return passage.sentences().stream()
        .mapToDouble(s -> score(s, passage))
        .max()
        .orElse(0);
  }

  /// The relevance of a sentence of a passage, about -0.1 to 1.5.
  public double score(Sentence sentence, Passage passage) {
    double number =
        asksForNumber && hasNumber(sentence.text()) ? constants.sentence().number() : 0;
    return number
        + cosine(question, sentence.bilingual())
        + constants.sentence().sharedWords()
            * share(vetted.stems(sentence.text()), vetted.stems(passage.title()));
  }

  /// The share of a heading's words that the question has, 0 to 1.
  public double headingShare(Passage passage) {
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
      double weight = title.contains(stem) ? constants.sentence().wordOfTitle() : 1;
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
