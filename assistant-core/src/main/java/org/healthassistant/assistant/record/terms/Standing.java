package org.healthassistant.assistant.record.terms;

import java.util.List;
import org.healthassistant.connector.record.Code;
import org.healthassistant.connector.record.Condition;
import org.healthassistant.connector.record.Entry;
import org.jspecify.annotations.Nullable;

/// Tells whether an entry of the problem list is something that the patient has, or a relative
/// had, or was, or may be, or lives in (`record/standing.yaml`).
public enum Standing {
  /// The patient's own, and sure enough to be told as it is.
  OWN,
  /// Over, and listed as such.
  PAST,
  /// Not established.
  DOUBTED,
  /// One of several that are possible.
  DIFFERENTIAL,
  /// Of a relative.
  FAMILY,
  /// Looked for, feared or denied.
  DENIED,
  /// How the patient lives, not an illness.
  CIRCUMSTANCE;

  private static final Data DATA = RecordData.read("standing.yaml", Data.class);

  /// What an entry is, by its verification, its codes and its words.
  public static Standing detect(Condition entry) {
    String label = RecordData.folded(entry.label());
    if (DATA.family().has(entry, label)) {
      return FAMILY;
    }
    if (DATA.denied().has(entry, label)) {
      return DENIED;
    }
    if (entry.verification() == Condition.Verification.DIFFERENTIAL) {
      return DIFFERENTIAL;
    }
    if (DATA.circumstance().has(entry, label)) {
      return CIRCUMSTANCE;
    }
    if (DATA.doubted().has(entry, label)) {
      return DOUBTED;
    }
    return switch (entry.verification()) {
      case UNCONFIRMED, PROVISIONAL, DIFFERENTIAL -> DOUBTED;
      case CONFIRMED, UNKNOWN -> DATA.past().has(entry, label) ? PAST : OWN;
    };
  }

  private record Data(Signs family, Signs past, Signs doubted, Signs denied, Signs circumstance) {}

  private record Signs(
      List<String> words,
      @Nullable List<String> snomed,
      @Nullable List<String> icd10) {

    boolean has(Entry entry, String label) {
      return entry.codes().stream().anyMatch(this::isCoded)
          || words.stream().anyMatch(word -> label.contains(RecordData.folded(word)));
    }

    private boolean isCoded(Code code) {
      return switch (code.system()) {
        case Code.SNOMED -> snomed != null && snomed.contains(code.code());
        case Code.ICD10CM -> icd10 != null && icd10.stream().anyMatch(code.code()::startsWith);
        default -> false;
      };
    }
  }
}
