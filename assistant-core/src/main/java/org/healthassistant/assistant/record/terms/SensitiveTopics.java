package org.healthassistant.assistant.record.terms;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.healthassistant.connector.record.Entry;
import tools.jackson.databind.json.JsonMapper;

/// Tells by codes and words (`record/sensitive.yaml`) what of a record is of a sensitive kind,
/// for sources that label nothing. Wide on purpose: what is in doubt is sensitive.
public final class SensitiveTopics {

  /// Those of the data file.
  public static final SensitiveTopics BUILT_IN =
      new SensitiveTopics(RecordData.read("sensitive.yaml", File.class));

  private final List<String> codes;
  private final List<String> words;
  private final JsonMapper json = JsonMapper.builder().build();

  private SensitiveTopics(File file) {
    this.codes =
        file.kinds().values().stream().flatMap(kind -> kind.icd10().stream()).toList();
    this.words = file.kinds().values().stream()
        .flatMap(kind -> kind.words().stream())
        .map(word -> RecordData.folded(word).stripTrailing())
        .toList();
  }

  /// Whether an entry is of such a kind, by its codes or by anything that it says.
  public boolean holds(Entry entry) {
    boolean coded = entry.codes().stream()
        .filter(code -> code.system().toLowerCase(Locale.ROOT).contains("icd-10"))
        .anyMatch(code -> codes.stream().anyMatch(code.code()::startsWith));
    return coded || says(RecordData.folded(json.writeValueAsString(entry)));
  }

  private boolean says(String folded) {
    return words.stream().anyMatch(folded::contains);
  }

  /// The data file.
  private record File(Map<String, Kind> kinds) {}

  /// One kind.
  ///
  /// @param icd10 beginnings of codes
  /// @param words beginnings of words, of either language
  private record Kind(List<String> icd10, List<String> words) {}
}
