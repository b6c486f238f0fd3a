package org.healthassistant.knowledge.ingest.document;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.healthassistant.knowledge.data.DataFile;
import org.healthassistant.knowledge.text.Language;

/// Refuses texts in a language that the house does not speak (`other-languages.yaml`): read as
/// the nearest one that it speaks, they would be shown to the wrong people.
final class SpokenLanguages {
  private static final int TELLING = 3;
  private static final int ENOUGH = 25;
  private static final double SHARE = 0.08;
  private static final Data DATA =
      DataFile.read(SpokenLanguages.class, "other-languages.yaml", Data.class);

  record Data(Map<Language, Set<String>> spoken, Map<String, Set<String>> others) {}

  private SpokenLanguages() {}

  /// Why a text is refused; empty when it is of a language spoken here, or too short to tell.
  static Optional<String> refusal(String text) {
    long letters = text.codePoints().filter(Character::isLetter).count();
    long latin = text.codePoints()
        .filter(it -> Character.isLetter(it)
            && Character.UnicodeScript.of(it) == Character.UnicodeScript.LATIN)
        .count();
    if (letters > TELLING && latin < letters * 0.7) {
      return Optional.of(because("in a script that none of them is written in"));
    }
    List<String> words = List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}'’]+"));
    long spoken =
        DATA.spoken().values().stream().mapToLong(it -> count(words, it)).max().orElse(0);
    Map<String, Long> others = new HashMap<>();
    DATA.others().forEach((name, known) -> others.put(name, count(words, known)));
    Map.Entry<String, Long> most =
        others.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    if (most.getValue() >= TELLING && most.getValue() > spoken) {
      return Optional.of(because("in " + most.getKey()));
    }
    if (words.size() >= ENOUGH && spoken < SHARE * words.size()) {
      return Optional.of(because("in none of them"));
    }
    return Optional.empty();
  }

  private static long count(List<String> words, Set<String> known) {
    return words.stream().filter(known::contains).count();
  }

  private static String because(String what) {
    String spoken = Arrays.stream(Language.values())
        .map(it -> it.locale().getDisplayLanguage(Locale.ENGLISH))
        .collect(Collectors.joining(" and "));
    return "the languages here are " + spoken + ", and the text reads as written " + what
        + "; translate it first";
  }
}
