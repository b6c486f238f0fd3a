package org.healthassistant.connector.fhir;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.healthassistant.connector.record.RecordPart;
import tools.jackson.databind.JsonNode;

/// Reads from the table of contents of a document what it leaves out: sections that are withheld,
/// not asked for or not at hand, and entries that are named and not there.
final class Compositions {
  /// The sections of the International Patient Summary, by LOINC.
  private static final Map<String, RecordPart> SECTIONS = Map.of(
      "48765-2", RecordPart.ALLERGIES,
      "10160-0", RecordPart.MEDICINES,
      "11450-4", RecordPart.CONDITIONS,
      "11348-0", RecordPart.CONDITIONS,
      "30954-2", RecordPart.MEASUREMENTS,
      "8716-3", RecordPart.MEASUREMENTS,
      "11369-6", RecordPart.IMMUNIZATIONS,
      "47519-4", RecordPart.PROCEDURES);

  private static final String NONE = "nilknown";

  private Compositions() {}

  /// The parts of which a Composition among the entries says that something is missing.
  static Set<RecordPart> incomplete(List<BundleEntry> entries) {
    Set<RecordPart> missing = EnumSet.noneOf(RecordPart.class);
    entries.stream()
        .filter(entry -> entry.type().equals("Composition"))
        .forEach(entry -> sections(entry.resource(), entries, missing));
    return missing;
  }

  private static void sections(
      JsonNode parent, List<BundleEntry> entries, Set<RecordPart> missing) {
    for (JsonNode section : parent.path("section")) {
      for (JsonNode coding : section.path("code").path("coding")) {
        RecordPart part = SECTIONS.get(coding.path("code").asString(""));
        if (part != null && (isKept(section) || leadsNowhere(section, entries))) {
          missing.add(part);
        }
      }
      sections(section, entries, missing);
    }
  }

  private static boolean isKept(JsonNode section) {
    JsonNode reason = section.path("emptyReason");
    boolean none = false;
    for (JsonNode coding : reason.path("coding")) {
      none |= coding.path("code").asString("").equals(NONE);
    }
    return reason.isObject() && !none;
  }

  private static boolean leadsNowhere(JsonNode section, List<BundleEntry> entries) {
    for (JsonNode entry : section.path("entry")) {
      String reference = entry.path("reference").asString("");
      if (!reference.isBlank() && entries.stream().noneMatch(e -> e.isMeantBy(reference))) {
        return true;
      }
    }
    return false;
  }
}
