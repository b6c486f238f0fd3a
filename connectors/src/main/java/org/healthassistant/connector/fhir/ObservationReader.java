package org.healthassistant.connector.fhir;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.healthassistant.connector.record.Component;
import org.healthassistant.connector.record.Measurement;
import org.healthassistant.connector.record.Measurement.Status;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationComponentComponent;
import org.hl7.fhir.r4.model.Observation.ObservationReferenceRangeComponent;
import org.hl7.fhir.r4.model.Quantity;
import org.jspecify.annotations.Nullable;

/// Reads an observation; what was cancelled or entered in error is none.
final class ObservationReader {
  private static final Set<String> NOT_HELD = Set.of("entered-in-error", "cancelled");

  private ObservationReader() {}

  static @Nullable Measurement read(String source, Observation read, Dates dates) {
    String status = read.getStatus() == null ? "" : read.getStatus().toCode();
    if (NOT_HELD.contains(status)) {
      return null;
    }
    var value = ObservedValue.of(read.getValue());
    var range = range(read.getReferenceRange());
    return new Measurement(
        source,
        Concepts.codes(read.getCode()),
        Concepts.label(read.getCode()),
        ObservationCategory.find(read),
        value.number(),
        value.comparator(),
        value.unit(),
        value.displayUnit(),
        value.text(),
        read.getComponent().stream().map(ObservationReader::component).toList(),
        number(range == null ? null : range.getLow()),
        number(range == null ? null : range.getHigh()),
        read.getInterpretation().stream()
            .flatMap(concept -> Concepts.codes(concept).stream())
            .map(code -> code.code())
            .toList(),
        status(status),
        dates.date(read.getEffective()),
        dates.moment(read.getEffective()));
  }

  private static Component component(ObservationComponentComponent read) {
    var value = ObservedValue.of(read.getValue());
    return new Component(
        Concepts.codes(read.getCode()),
        Concepts.label(read.getCode()),
        value.number(),
        value.comparator(),
        value.unit(),
        value.displayUnit(),
        value.text());
  }

  /// The first range with an end that is the normal one: of no type or of type `normal`, and
  /// for no sub-group.
  private static @Nullable ObservationReferenceRangeComponent range(
      List<ObservationReferenceRangeComponent> ranges) {
    return ranges.stream()
        .filter(range -> range.hasLow() || range.hasHigh())
        .filter(range -> !range.hasType() || Concepts.hasAny(range.getType(), Set.of("normal")))
        .filter(range -> !range.hasAppliesTo() && !range.hasAge())
        .findFirst()
        .orElse(null);
  }

  private static @Nullable BigDecimal number(@Nullable Quantity quantity) {
    return quantity == null ? null : quantity.getValue();
  }

  private static Status status(String code) {
    return switch (code) {
      case "final" -> Status.FINAL;
      case "preliminary" -> Status.PRELIMINARY;
      case "registered" -> Status.REGISTERED;
      case "amended" -> Status.AMENDED;
      case "corrected" -> Status.CORRECTED;
      default -> Status.UNKNOWN;
    };
  }
}
