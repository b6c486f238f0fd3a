package org.healthassistant.knowledge.analysis;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.healthassistant.knowledge.text.Language;

/// Tells the language of a lone word, perhaps misspelt, by the medical words of each language
/// (`synonyms.yaml`): "hipertencion" is nearer to "hipertensión" than to "hypertension".
///
/// English says nothing here: its names of medicines and illnesses are written by everybody.
final class NearestWords {
  private static final int SHORTEST = 4;
  private static final int MIDDLING = 6;
  private static final int LONG = 10;
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}]+");
  private static final Map<Language, Set<String>> WORDS = Language.each(NearestWords::words);

  private NearestWords() {}

  /// The language to which the only word of a text is nearest; empty for several words, for one
  /// that is short, as near to two languages or far from each, and for English.
  static Optional<Language> language(List<String> plain) {
    List<String> words = plain.stream().filter(word -> !word.isEmpty()).toList();
    return words.size() == 1 && words.getFirst().length() >= SHORTEST
        ? nearest(words.getFirst()).filter(language -> language != Language.FALLBACK)
        : Optional.empty();
  }

  private static Optional<Language> nearest(String word) {
    Optional<Language> nearest = Optional.empty();
    int least = mayDiffer(word) + 1;
    for (Language language : Language.values()) {
      int distance = distance(word, language.pick(WORDS), least);
      if (distance < least) {
        nearest = Optional.of(language);
        least = distance;
      } else if (distance == least) {
        nearest = Optional.empty();
      }
    }
    return nearest;
  }

  /// Short words, and those with an end that Spanish words seldom have, must be written right.
  private static int mayDiffer(String word) {
    boolean vowel = word.endsWith("a") || word.endsWith("o");
    return word.length() >= LONG ? 2 : word.length() >= MIDDLING && vowel ? 1 : 0;
  }

  private static int distance(String word, Set<String> known, int far) {
    int least = far + 1;
    for (String other : known) {
      if (other.charAt(0) == word.charAt(0) && Math.abs(other.length() - word.length()) <= far) {
        least = Math.min(least, Spelling.distance(word, other, far));
      }
    }
    return least;
  }

  private static Set<String> words(Language language) {
    Set<String> words = new HashSet<>();
    for (String wording : Synonyms.wordings(language)) {
      String plain = Normalizer.normalize(wording, Normalizer.Form.NFD)
          .replaceAll("\\p{M}", "")
          .toLowerCase(Locale.ROOT);
      BETWEEN_WORDS.splitAsStream(plain).filter(it -> !it.isEmpty()).forEach(words::add);
    }
    return Set.copyOf(words);
  }
}
