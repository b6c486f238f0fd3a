package org.healthassistant.knowledge.ingest;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.healthassistant.knowledge.data.DataFile;
import org.healthassistant.knowledge.text.Language;

/// Tells which sentences and headings carry the sense of what stands below them
/// (`lead-ins.yaml`).
///
/// The words of every language count, whatever the language of the text: a word too many keeps
/// an item together with its lead-in, a word too few would turn it round.
public final class LeadIns {
  private static final File DATA = DataFile.read(LeadIns.class, "lead-ins.yaml", File.class);
  private static final List<String> FORBIDDING = folded(DATA.forbidding());
  private static final List<String> POINTING = folded(DATA.pointing());
  private static final List<String> ANNOUNCING = folded(DATA.announcing());

  private static final String FINISHED = "(?s).*[.!?][\"'”’»)\\]]*\\s*";

  record File(
      Map<Language, List<String>> forbidding,
      Map<Language, List<String>> pointing,
      Map<Language, List<String>> announcing) {}

  private LeadIns() {}

  /// Whether a text forbids, denies, warns or takes away.
  public static boolean forbids(String text) {
    return holds(text, FORBIDDING);
  }

  /// Whether a paragraph is incomplete without what comes after it: it ends with a colon, a comma
  /// or a dash, or it forbids, and points at what follows or is no finished sentence.
  public static boolean opens(String sentence) {
    if (endsOpen(sentence)) {
      return true;
    }
    boolean finished = sentence.matches(FINISHED);
    return !finished && (forbids(sentence) || holds(sentence, POINTING))
        || forbids(sentence) && (holds(sentence, ANNOUNCING) || pointsAtItsEnd(sentence));
  }

  /// Whether a sentence is incomplete without what comes after it: it has no mark at its end, or
  /// one after which more must come, or it forbids and ends with what announces.
  static boolean lacksItsEnd(String sentence) {
    return endsOpen(sentence)
        || !sentence.matches(FINISHED)
        || forbids(sentence) && ANNOUNCING.stream().anyMatch(fold(sentence)::endsWith);
  }

  /// Whether a finished sentence announces the list below it, if there is one.
  static boolean announces(String sentence) {
    return holds(sentence, ANNOUNCING);
  }

  /// Whether a text ends with a mark after which more must come.
  static boolean endsOpen(String text) {
    return text.matches("(?s).*(?:[:：,;–—]|\\.\\.\\.|…|\\s-)[\\s\"'”’»)\\]]*");
  }

  /// Whether a sentence in the middle of a paragraph carries the sense of those after it: it
  /// forbids before a colon, or forbids what it announces.
  static boolean governsTheRest(String sentence) {
    int colon = sentence.indexOf(": ");
    boolean inline = colon > 0 && forbids(sentence.substring(0, colon));
    return forbids(sentence) && (inline || endsOpen(sentence) || holds(sentence, ANNOUNCING));
  }

  private static boolean pointsAtItsEnd(String sentence) {
    String[] words = fold(sentence).strip().split(" ");
    int from = Math.max(0, words.length - 2);
    return holds(String.join(" ", List.of(words).subList(from, words.length)), POINTING);
  }

  private static boolean holds(String text, List<String> phrases) {
    String folded = fold(text);
    return phrases.stream().anyMatch(folded::contains);
  }

  private static List<String> folded(Map<Language, List<String>> phrases) {
    List<String> folded = new ArrayList<>();
    phrases.values().forEach(all -> all.forEach(phrase -> folded.add(fold(phrase))));
    return List.copyOf(folded);
  }

  private static String fold(String text) {
    String plain =
        Normalizer.normalize(text.replace('’', '\''), Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    return ' '
        + plain.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}']+", " ").strip()
        + ' ';
  }
}
