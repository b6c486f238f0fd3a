package org.healthassistant.assistant.record;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.healthassistant.assistant.record.terms.RecordData;
import org.healthassistant.knowledge.text.Language;

/// Knows how patients say that something of their record is wrong (`record/corrections.yaml`), in
/// any language.
public final class CorrectionWords {

  private static final Data DATA = RecordData.read("corrections.yaml", Data.class);

  private CorrectionWords() {}

  /// Whether a message begins by saying that what was just shown is wrong.
  public static boolean isSaid(String text) {
    return begins(
        text, DATA.wrong().values().stream().flatMap(Collection::stream).toList());
  }

  /// Whether a message begins by saying that the record is wrong.
  public static boolean namesRecord(String text) {
    return begins(
        text, DATA.record().values().stream().flatMap(Collection::stream).toList());
  }

  private static boolean begins(String text, List<String> phrases) {
    String said = RecordData.folded(text.replace("'", "").replace("\u2019", ""));
    String rest = said;
    for (String before = lead(rest); !before.isEmpty(); before = lead(rest)) {
      rest = rest.substring(before.length() + 1);
    }
    String plain = rest;
    return !text.contains("?")
        && phrases.stream().anyMatch(one -> plain.startsWith(" " + one + " "));
  }

  private static String lead(String said) {
    return DATA.lead().values().stream()
        .flatMap(Collection::stream)
        .filter(one -> said.startsWith(" " + one + " "))
        .findFirst()
        .orElse("");
  }

  /// The data file.
  ///
  /// @param wrong what says that the last answer is wrong
  /// @param record what names the record besides
  /// @param lead what may stand before
  private record Data(
      Map<Language, List<String>> wrong,
      Map<Language, List<String>> record,
      Map<Language, List<String>> lead) {}
}
