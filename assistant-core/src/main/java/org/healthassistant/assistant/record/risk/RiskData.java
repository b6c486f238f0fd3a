package org.healthassistant.assistant.record.risk;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.healthassistant.assistant.record.terms.RecordData;
import org.healthassistant.connector.record.Code;
import org.healthassistant.connector.record.Entry;
import org.jspecify.annotations.Nullable;

/// Which codes and words make a risk fact (`record/risk.yaml`).
///
/// @param notIf words beside which a word counts for nothing, such as `family history`
/// @param daysAfterEnd how long after the end of an order its medicine still counts
/// @param ages ages that are facts by themselves
/// @param birth how a birth is recognised and how long it matters
record RiskData(
    List<String> notIf,
    int daysAfterEnd,
    Ages ages,
    Birth birth,
    ValueSet anticoagulant,
    ValueSet insulin,
    ValueSet immunosuppressed,
    @JsonProperty("heart-failure") ValueSet heartFailure,
    ValueSet pregnant,
    ValueSet postpartum,
    @JsonProperty("lives-alone") ValueSet livesAlone) {

  /// The codes, words and spans that ship with the product.
  static RiskData builtIn() {
    return RecordData.read("risk.yaml", RiskData.class);
  }

  /// Whether a medicine is one of the codes.
  boolean medicine(ValueSet codes, Entry entry) {
    return codes.coded(entry) || worded(entry.label(), codes.medicineWords());
  }

  /// Whether a condition, or a finding in words, is one of the codes.
  boolean condition(ValueSet codes, Entry entry) {
    return codes.coded(entry) || worded(entry.label(), codes.conditionWords());
  }

  boolean worded(String text, List<String> words) {
    String folded = RecordData.folded(text);
    return words.stream().anyMatch(word -> RecordData.contains(folded, word))
        && notIf.stream().noneMatch(word -> RecordData.contains(folded, word));
  }

  /// Ages that are facts by themselves.
  ///
  /// @param olderAdultFrom the birthday from which a patient is an older adult
  /// @param infantBelow the birthday from which a patient is no infant any more
  record Ages(int olderAdultFrom, int infantBelow) {}

  /// How a birth is recognised and how long it matters.
  ///
  /// @param procedureWords words of a procedure that was a birth
  /// @param daysAfterDueDate how long after its due date a pregnancy may last
  /// @param postpartumDays how long after a birth its danger signs are watched for
  record Birth(List<String> procedureWords, int daysAfterDueDate, int postpartumDays) {}

  /// The codes of one fact; lists that are not given are empty.
  record ValueSet(
      List<String> rxnorm,
      List<String> medicineWords,
      List<String> snomed,
      List<String> icd10,
      List<String> conditionWords) {

    ValueSet(
        @Nullable List<String> rxnorm,
        @Nullable List<String> medicineWords,
        @Nullable List<String> snomed,
        @Nullable List<String> icd10,
        @Nullable List<String> conditionWords) {
      this.rxnorm = rxnorm == null ? List.of() : List.copyOf(rxnorm);
      this.medicineWords = medicineWords == null ? List.of() : List.copyOf(medicineWords);
      this.snomed = snomed == null ? List.of() : List.copyOf(snomed);
      this.icd10 = icd10 == null ? List.of() : List.copyOf(icd10);
      this.conditionWords = conditionWords == null ? List.of() : List.copyOf(conditionWords);
    }

    boolean coded(Entry entry) {
      return entry.codes().stream().anyMatch(this::has);
    }

    private boolean has(Code code) {
      return switch (code.system()) {
        case Code.RXNORM -> rxnorm.contains(code.code());
        case Code.SNOMED -> snomed.contains(code.code());
        case Code.ICD10CM -> icd10.stream().anyMatch(code.code()::startsWith);
        default -> false;
      };
    }
  }
}
