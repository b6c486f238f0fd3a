package org.healthassistant.connector.fhir;

import java.util.Locale;
import java.util.Set;
import org.healthassistant.connector.record.Condition;
import org.healthassistant.connector.record.Condition.ClinicalStatus;
import org.healthassistant.connector.record.Condition.Verification;
import org.healthassistant.connector.record.PartialDate;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/// Reads a condition; what is refuted or entered in error, and "no known problems", is none.
final class ConditionReader {
  private static final Set<String> NOT_HELD = Set.of("refuted", "entered-in-error");

  private ConditionReader() {}

  static @Nullable Condition read(
      String source, org.hl7.fhir.r4.model.Condition read, Dates dates) {
    if (Concepts.hasAny(read.getVerificationStatus(), NOT_HELD)
        || Concepts.saysNothing(read.getCode())
        || saysNone(read.getCode())) {
      return null;
    }
    return new Condition(
        source,
        Concepts.codes(read.getCode()),
        Concepts.label(read.getCode()),
        clinicalStatus(read),
        verification(read.getVerificationStatus()),
        dates.date(read.getOnset()),
        dates.date(read.getRecordedDateElement()),
        ended(read.getAbatement(), dates));
  }

  /// Whether the list says that nothing is on it.
  private static boolean saysNone(CodeableConcept code) {
    String words = Concepts.orEmpty(Concepts.name(code)).toLowerCase(Locale.ROOT);
    return Concepts.hasAny(code, Set.of("160245001"))
        || words.matches("(no|nil|sin|ning[uú]n)( \\w+){0,2} (problems?|conditions?|problemas?"
            + "|enfermedad(es)?)( conocid[ao]s?)?[. ]*");
  }

  /// The status by any of its codings, text included. What has an end that is no date, and no
  /// status, is over.
  private static ClinicalStatus clinicalStatus(org.hl7.fhir.r4.model.Condition read) {
    ClinicalStatus told = Concepts.words(read.getClinicalStatus())
        .map(ConditionReader::clinicalStatus)
        .filter(status -> status != ClinicalStatus.UNKNOWN)
        .findFirst()
        .orElse(ClinicalStatus.UNKNOWN);
    return told == ClinicalStatus.UNKNOWN && isAbated(read.getAbatement())
        ? ClinicalStatus.RESOLVED
        : told;
  }

  private static ClinicalStatus clinicalStatus(String word) {
    return switch (word) {
      case "active" -> ClinicalStatus.ACTIVE;
      case "recurrence" -> ClinicalStatus.RECURRENCE;
      case "relapse" -> ClinicalStatus.RELAPSE;
      case "inactive" -> ClinicalStatus.INACTIVE;
      case "remission" -> ClinicalStatus.REMISSION;
      case "resolved" -> ClinicalStatus.RESOLVED;
      default -> ClinicalStatus.UNKNOWN;
    };
  }

  /// An age, a range, words or "yes". A date is no word on the status: it may lie ahead.
  private static boolean isAbated(@Nullable Type abatement) {
    return switch (abatement) {
      case null -> false;
      case BaseDateTimeType date -> false;
      case Period period -> false;
      case BooleanType flag -> Boolean.TRUE.equals(flag.getValue());
      default -> !abatement.isEmpty();
    };
  }

  private static @Nullable PartialDate ended(@Nullable Type abatement, Dates dates) {
    PartialDate end = dates.end(abatement);
    return end != null ? end : dates.date(abatement);
  }

  /// How sure an entry is, by any of the codings of its status.
  static Verification verification(CodeableConcept status) {
    return Concepts.words(status)
        .map(ConditionReader::verification)
        .filter(verification -> verification != Verification.UNKNOWN)
        .findFirst()
        .orElse(Verification.UNKNOWN);
  }

  private static Verification verification(String word) {
    return switch (word) {
      case "confirmed" -> Verification.CONFIRMED;
      case "provisional" -> Verification.PROVISIONAL;
      case "differential" -> Verification.DIFFERENTIAL;
      case "unconfirmed" -> Verification.UNCONFIRMED;
      default -> Verification.UNKNOWN;
    };
  }
}
