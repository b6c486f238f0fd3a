package org.healthassistant.connector.record;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// The one way in which each known code system is written, whatever way a source writes it.
final class CodeSystems {
  /// What LOINC codes look like: digits, and a check digit. No other system in use here does.
  private static final Pattern LOINC_FORM = Pattern.compile("\\d{1,7}-\\d");

  private static final Map<String, String> KNOWN = Map.ofEntries(
      Map.entry("loinc", Code.LOINC),
      Map.entry("ln", Code.LOINC),
      Map.entry("lnc", Code.LOINC),
      Map.entry("loinc.org", Code.LOINC),
      Map.entry("2.16.840.1.113883.6.1", Code.LOINC),
      Map.entry("snomed", Code.SNOMED),
      Map.entry("snomedct", Code.SNOMED),
      Map.entry("snomedctus", Code.SNOMED),
      Map.entry("sct", Code.SNOMED),
      Map.entry("snomed.info/sct", Code.SNOMED),
      Map.entry("snomed.info", Code.SNOMED),
      Map.entry("2.16.840.1.113883.6.96", Code.SNOMED),
      Map.entry("rxnorm", Code.RXNORM),
      Map.entry("rxnormcui", Code.RXNORM),
      Map.entry("rxcui", Code.RXNORM),
      Map.entry("nlm.nih.gov/research/umls/rxnorm", Code.RXNORM),
      Map.entry("2.16.840.1.113883.6.88", Code.RXNORM),
      Map.entry("icd10cm", Code.ICD10CM),
      Map.entry("icd10", Code.ICD10CM),
      Map.entry("i10", Code.ICD10CM),
      Map.entry("hl7.org/fhir/sid/icd10cm", Code.ICD10CM),
      Map.entry("hl7.org/fhir/sid/icd10", Code.ICD10CM),
      Map.entry("2.16.840.1.113883.6.90", Code.ICD10CM),
      Map.entry("2.16.840.1.113883.6.3", Code.ICD10CM));

  private CodeSystems() {}

  /// The system as it is compared. A code without a system that has LOINC's form is one of LOINC.
  static String canonical(String written, String code) {
    String system = written.strip();
    if (system.isEmpty()) {
      return LOINC_FORM.matcher(code).matches() ? Code.LOINC : "";
    }
    String known = KNOWN.get(plain(system));
    if (known != null) {
      return known;
    }
    // An edition of SNOMED CT is a longer address below the same one.
    return plain(system).startsWith("snomed.info/sct") ? Code.SNOMED : system;
  }

  private static String plain(String system) {
    String plain = system
        .toLowerCase(Locale.ROOT)
        .replaceFirst("^(urn:oid:|urn:iso-astm:e1762-95:|oid:|https?://)", "")
        .replaceFirst("^www\\.", "")
        .replaceFirst("[/#?]+$", "");
    return plain.replaceAll("[ _-]", "");
  }
}
