package org.healthassistant.connector.record;

/// A code in a code system, such as LOINC 4548-4.
///
/// @param system the system's URI, such as `http://loinc.org`, however the source wrote it; empty
///     where the source named none and the code does not tell it
/// @param code the code, as written by the source
public record Code(String system, String code) {
  /// The URI of LOINC, for laboratory values and vital signs.
  public static final String LOINC = "http://loinc.org";

  /// The URI of RxNorm, for medicines.
  public static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";

  /// The URI of SNOMED CT.
  public static final String SNOMED = "http://snomed.info/sct";

  /// The URI of ICD-10-CM, for diagnoses.
  public static final String ICD10CM = "http://hl7.org/fhir/sid/icd-10-cm";

  /// Checks that there is a code, and writes the system in the one form in which systems are
  /// compared: `LOINC`, `http://loinc.org/` and `urn:oid:2.16.840.1.113883.6.1` are the same.
  public Code {
    if (code.isBlank()) {
      throw new IllegalArgumentException("a code must not be blank");
    }
    code = code.strip();
    system = CodeSystems.canonical(system, code);
  }

  /// A LOINC code.
  public static Code loinc(String code) {
    return new Code(LOINC, code);
  }

  /// A SNOMED CT code.
  public static Code snomed(String code) {
    return new Code(SNOMED, code);
  }

  /// An RxNorm code.
  public static Code rxnorm(String code) {
    return new Code(RXNORM, code);
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
