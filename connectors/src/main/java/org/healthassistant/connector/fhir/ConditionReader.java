package org.healthassistant.connector.fhir;

import java.util.Locale;
import java.util.Set;
import org.healthassistant.connector.record.Condition;
import org.healthassistant.connector.record.Condition.ClinicalStatus;
import org.healthassistant.connector.record.Condition.Verification;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.jspecify.annotations.Nullable;

/// Reads a condition; what is refuted or entered in error, and "no known problems", is none.
final class ConditionReader {
  private static final Set<String> NOT_HELD = Set.of("refuted", "entered-in-error");

  private ConditionReader() {}

  static @Nullable Condition read(String source, org.hl7.fhir.r4.model.Condition read) {
    if (Concepts.hasAny(read.getVerificationStatus(), NOT_HELD)
        || Concepts.saysNothing(read.getCode())) {
      return null;
    }
    return new Condition(
        source,
        Concepts.codes(read.getCode()),
        Concepts.label(read.getCode()),
        clinicalStatus(read.getClinicalStatus()),
        verification(read.getVerificationStatus()),
        Dates.of(read.getOnset()),
        Dates.of(read.getRecordedDateElement()));
  }

  private static ClinicalStatus clinicalStatus(CodeableConcept status) {
    return switch (Concepts.firstCode(status, "").toLowerCase(Locale.ROOT)) {
      case "active" -> ClinicalStatus.ACTIVE;
      case "recurrence" -> ClinicalStatus.RECURRENCE;
      case "relapse" -> ClinicalStatus.RELAPSE;
      case "inactive" -> ClinicalStatus.INACTIVE;
      case "remission" -> ClinicalStatus.REMISSION;
      case "resolved" -> ClinicalStatus.RESOLVED;
      default -> ClinicalStatus.UNKNOWN;
    };
  }

  private static Verification verification(CodeableConcept status) {
    return switch (Concepts.firstCode(status, "").toLowerCase(Locale.ROOT)) {
      case "confirmed" -> Verification.CONFIRMED;
      case "provisional" -> Verification.PROVISIONAL;
      case "differential" -> Verification.DIFFERENTIAL;
      case "unconfirmed" -> Verification.UNCONFIRMED;
      default -> Verification.UNKNOWN;
    };
  }
}
