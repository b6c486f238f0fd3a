package org.healthassistant.connector.fhir;

import java.util.List;
import java.util.Objects;
import org.healthassistant.connector.record.CareItem;
import org.healthassistant.connector.record.Code;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.jspecify.annotations.Nullable;

/// Reads people who are related to the patient.
final class RelativeReader {

  private RelativeReader() {}

  /// Reads one.
  ///
  /// @throws UnreadableException if the person has no name: nobody could say whom they let in
  static CareItem.Relative read(String source, RelatedPerson read, Dates dates) {
    String name = PatientReader.name(read.getName());
    if (name.isEmpty()) {
      throw new UnreadableException(
          "the related person has no name", "give the RelatedPerson resource a name");
    }
    List<Code> codes = read.getRelationship().stream()
        .flatMap(kind -> Concepts.codes(kind).stream())
        .distinct()
        .toList();
    @Nullable
    String relationship = read.getRelationship().stream()
        .map(Concepts::name)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
    return new CareItem.Relative(
        source,
        codes,
        name,
        relationship,
        !read.hasActive() || read.getActive(),
        dates.date(read.getPeriod().getStartElement()),
        dates.end(read.getPeriod()));
  }
}
