package org.healthassistant.connector.wearable;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Reads FHIR R4 Observations of devices: those with a LOINC code that is read here, a number and
/// a moment.
final class FhirObservations {

  private static final Set<String> NOT_HELD = Set.of("entered-in-error", "cancelled", "registered");

  /// Codes beside those of [Measured] under which the same is sent.
  private static final Map<String, Measured> ALSO = Map.ofEntries(
      Map.entry("55423-8", Measured.STEPS),
      Map.entry("2708-6", Measured.OXYGEN),
      Map.entry("99504-3", Measured.GLUCOSE),
      Map.entry("97507-8", Measured.GLUCOSE),
      Map.entry("2345-7", Measured.GLUCOSE),
      Map.entry("15074-8", Measured.GLUCOSE),
      Map.entry("41653-7", Measured.GLUCOSE),
      Map.entry("14745-4", Measured.GLUCOSE),
      Map.entry("93831-6", Measured.SLEEP),
      Map.entry("3141-9", Measured.WEIGHT));

  private static final String SYSTOLIC = "8480-6";
  private static final String DIASTOLIC = "8462-4";

  private final SampleSink sink;

  FhirObservations(SampleSink sink) {
    this.sink = sink;
  }

  /// Whether an item is a resource or an entry of a Bundle.
  static boolean isOne(JsonNode item) {
    return item.has("resourceType") || item.path("resource").has("resourceType");
  }

  /// Reads one resource; those that are no Observation are passed over.
  void read(JsonNode item) {
    JsonNode resource = item.has("resource") ? item.path("resource") : item;
    String type = resource.path("resourceType").asString("");
    sink.record(type);
    if (!type.equals("Observation") || NOT_HELD.contains(resource.path("status").asString(""))) {
      sink.skipped(type, "");
      return;
    }
    Optional<Measured> measured = codes(resource.path("code"))
        .map(code -> Measured.ofLoinc(code).orElse(ALSO.get(code)))
        .filter(Objects::nonNull)
        .findFirst();
    if (measured.isEmpty()) {
      sink.skipped(type, "");
      return;
    }
    Optional<Sample> sample = sample(measured.get(), resource);
    sample.ifPresentOrElse(
        sink::sample, () -> sink.skipped(type, "no time, or no value that can be"));
  }

  private static Stream<String> codes(JsonNode concept) {
    return concept
        .path("coding")
        .valueStream()
        .map(coding -> coding.path("code").asString(""));
  }

  private static Optional<Sample> sample(Measured measured, JsonNode resource) {
    boolean pressure = measured == Measured.BLOOD_PRESSURE;
    JsonNode first = pressure ? part(resource, SYSTOLIC) : resource.path("valueQuantity");
    Optional<BigDecimal> value = value(measured, first);
    Optional<BigDecimal> second =
        pressure ? value(measured, part(resource, DIASTOLIC)) : Optional.empty();
    JsonNode period = resource.path("effectivePeriod");
    Optional<OffsetDateTime> start = Times.read(resource.path("effectiveDateTime"))
        .or(() -> Times.read(resource.path("effectiveInstant")))
        .or(() -> Times.read(period.path("start")));
    if (value.isEmpty() || start.isEmpty() || (pressure && second.isEmpty())) {
      return Optional.empty();
    }
    String source = resource.path("device").path("display").asString("");
    OffsetDateTime end = Times.read(period.path("end"))
        .filter(one -> !one.isBefore(start.get()))
        .orElse(start.get());
    return Optional.of(new Sample(
        measured,
        value.get(),
        second.orElse(null),
        start.get(),
        end,
        source,
        Ranks.of(source),
        false,
        first.path("value").asString("") + " " + unit(first)));
  }

  private static JsonNode part(JsonNode resource, String code) {
    return resource
        .path("component")
        .valueStream()
        .filter(component -> codes(component.path("code")).anyMatch(code::equals))
        .map(component -> component.path("valueQuantity"))
        .findFirst()
        .orElse(resource.path("none"));
  }

  private static Optional<BigDecimal> value(Measured measured, JsonNode quantity) {
    return quantity.path("value").isNumber() && !quantity.has("comparator")
        ? Amounts.read(measured, quantity.path("value").decimalValue(), unit(quantity))
        : Optional.empty();
  }

  private static String unit(JsonNode quantity) {
    return quantity.path("code").asString(quantity.path("unit").asString(""));
  }
}
