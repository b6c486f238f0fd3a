package org.healthassistant.assistant.record.told;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.healthassistant.assistant.record.terms.LayNames;
import org.healthassistant.assistant.record.terms.LayNames.LayName;
import org.healthassistant.assistant.record.terms.RecordData;
import org.healthassistant.connector.record.Entry;

/// Finds the entries that a question names, by everyday names, by the words of their labels, and
/// misspelt.
public final class EntryNames {

  private static final int LEAST = 3;
  private static final int LEAST_BEGINNING = 4;
  private static final int MISSPELT_FROM = 5;
  private static final int TWICE_MISSPELT_FROM = 10;

  private EntryNames() {}

  /// The entries that a question names; empty where it names none of them.
  ///
  /// @param lay everyday names of this kind of entry
  /// @param more further texts of an entry that may name it, such as what a medicine is for
  static <E extends Entry> List<E> named(
      List<E> entries, RecordQuestion question, List<LayName> lay, Function<E, String> more) {
    Optional<LayName> known = LayNames.in(lay, question.asked());
    if (known.isPresent()) {
      List<E> meant =
          entries.stream().filter(e -> known.get().matches(e, more.apply(e))).toList();
      if (!meant.isEmpty()) {
        return meant;
      }
    }
    List<String> words = words(question);
    int best = entries.stream()
        .mapToInt(e -> score(words, RecordData.folded(e.label() + " " + more.apply(e))))
        .max()
        .orElse(0);
    return best == 0 || best * 2 < words.size()
        ? List.of()
        : entries.stream()
            .filter(e -> score(words, RecordData.folded(e.label() + " " + more.apply(e))) == best)
            .toList();
  }

  /// The words that may name something.
  static List<String> words(RecordQuestion question) {
    return Arrays.stream(question.words().strip().split(" "))
        .filter(word -> word.length() >= LEAST)
        .distinct()
        .toList();
  }

  private static int score(List<String> words, String label) {
    List<String> parts = List.of(label.strip().split(" "));
    return (int) words.stream()
        .filter(word -> parts.stream().anyMatch(p -> isAlike(word, p)))
        .count();
  }

  /// Whether two folded words are the same, one the beginning of the other, or one misspelt.
  public static boolean isAlike(String asked, String known) {
    int shorter = Math.min(asked.length(), known.length());
    if (asked.equals(known)) {
      return true;
    }
    if (shorter >= LEAST_BEGINNING && (asked.startsWith(known) || known.startsWith(asked))) {
      return true;
    }
    return isMisspelt(asked, known);
  }

  /// Whether a folded word is another one misspelt.
  public static boolean isMisspelt(String asked, String known) {
    int shorter = Math.min(asked.length(), known.length());
    if (shorter < MISSPELT_FROM || asked.charAt(0) != known.charAt(0)) {
      return false;
    }
    int most = shorter >= TWICE_MISSPELT_FROM ? 2 : 1;
    return LevenshteinDistance.getDefaultInstance().apply(asked, known) <= most;
  }
}
