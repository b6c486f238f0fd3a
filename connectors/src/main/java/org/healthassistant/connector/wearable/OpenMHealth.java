package org.healthassistant.connector.wearable;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Reads data points of Open mHealth and IEEE 1752.1: a header that names the form, and a body. A
/// body alone is read by the name of its value.
final class OpenMHealth {

  private static final String PRESSURE = "systolic_blood_pressure";

  /// The member that holds the value, the form it makes known, and what is measured.
  private static final Map<String, Kind> KINDS = Map.ofEntries(
      Map.entry("step_count", new Kind("step-count", Measured.STEPS)),
      Map.entry("heart_rate", new Kind("heart-rate", Measured.HEART_RATE)),
      Map.entry("oxygen_saturation", new Kind("oxygen-saturation", Measured.OXYGEN)),
      Map.entry("total_sleep_time", new Kind("total-sleep-time", Measured.SLEEP)),
      Map.entry("sleep_duration", new Kind("sleep-duration", Measured.SLEEP)),
      Map.entry("body_weight", new Kind("body-weight", Measured.WEIGHT)),
      Map.entry("body_temperature", new Kind("body-temperature", Measured.TEMPERATURE)),
      Map.entry("blood_glucose", new Kind("blood-glucose", Measured.GLUCOSE)),
      Map.entry(PRESSURE, new Kind("blood-pressure", Measured.BLOOD_PRESSURE)),
      Map.entry("respiratory_rate", new Kind("respiratory-rate", Measured.RESPIRATION)),
      Map.entry("body_height", new Kind("body-height", Measured.HEIGHT)),
      Map.entry("body_mass_index", new Kind("body-mass-index", Measured.BMI)),
      Map.entry("body_fat_percentage", new Kind("body-fat-percentage", Measured.BODY_FAT)));

  private final OpenMHealthForms forms = OpenMHealthForms.builtIn();
  private final SampleSink sink;

  OpenMHealth(SampleSink sink) {
    this.sink = sink;
  }

  /// Whether an item has the form of a data point, or of a body alone.
  static boolean isOne(JsonNode item) {
    return (item.has("header") && item.has("body")) || KINDS.keySet().stream().anyMatch(item::has);
  }

  /// Reads one item.
  void read(JsonNode item) {
    JsonNode header = item.path("header");
    if (header.isMissingNode()) {
      String name = kind(item).map(Kind::form).orElse("");
      sink.record(name);
      body(name, "", "", false, item);
      return;
    }
    JsonNode schema = header.path("schema_id");
    String name = schema.path("name").asString("").replace('_', '-');
    sink.record(name.isEmpty() ? "data-point" : name);
    Optional<String> wrong =
        isIeee(header) ? Optional.empty() : forms.problem("data-point", "", item);
    if (wrong.isPresent()) {
      sink.skipped(name, wrong.get());
      return;
    }
    JsonNode provenance = header.path("acquisition_provenance");
    String modality =
        provenance.path("modality").asString(header.path("modality").asString(""));
    String source = provenance.path("source_name").asString("");
    String version = schema.path("version").asString("");
    JsonNode body = item.path("body");
    if (body.isArray()) {
      body.forEach(one -> body(name, version, source, modality.equals("self-reported"), one));
    } else {
      body(name, version, source, modality.equals("self-reported"), body);
    }
  }

  private static boolean isIeee(JsonNode header) {
    return header.path("schema_id").path("namespace").asString("").startsWith("ieee");
  }

  private static Optional<Kind> kind(JsonNode body) {
    return KINDS.entrySet().stream()
        .filter(one -> body.has(one.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private void body(String name, String version, String source, boolean typed, JsonNode body) {
    if (forms.knows(name)) {
      Optional<String> wrong = forms.problem(name, version, body);
      if (wrong.isPresent()) {
        sink.skipped(name, wrong.get());
        return;
      }
    }
    Optional<Map.Entry<String, Kind>> kind =
        KINDS.entrySet().stream().filter(one -> body.has(one.getKey())).findFirst();
    if (kind.isEmpty() || isStatistic(body)) {
      sink.skipped(name, "");
      return;
    }
    sample(kind.get().getValue().measured(), body.path(kind.get().getKey()), source, typed, body)
        .ifPresentOrElse(
            sink::sample, () -> sink.skipped(name, "no time, or no value that can be"));
  }

  private static Optional<Sample> sample(
      Measured measured, JsonNode told, String source, boolean typed, JsonNode body) {
    Optional<OffsetDateTime[]> times = times(body.path("effective_time_frame"));
    Optional<BigDecimal> value = value(measured, told);
    Optional<BigDecimal> second = measured == Measured.BLOOD_PRESSURE
        ? value(measured, body.path("diastolic_blood_pressure"))
        : Optional.empty();
    if (times.isEmpty()
        || value.isEmpty()
        || (measured == Measured.BLOOD_PRESSURE && second.isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(new Sample(
        measured,
        value.get(),
        second.orElse(null),
        times.get()[0],
        times.get()[1],
        source,
        typed ? Sample.Rank.TYPED : Ranks.of(source),
        isActive(body),
        written(told)));
  }

  private static boolean isActive(JsonNode body) {
    String told = body.path("temporal_relationship_to_physical_activity").asString("");
    return told.equals("active") || told.equals("during exercise") || told.equals("after exercise");
  }

  /// Of a number of readings only: not itself something that was read.
  private static boolean isStatistic(JsonNode body) {
    String told = body.path("descriptive_statistic").asString("");
    return !told.isEmpty() && !told.equals("sum") && !told.equals("count");
  }

  private static Optional<BigDecimal> value(Measured measured, JsonNode value) {
    JsonNode number = value.isNumber() ? value : value.path("value");
    String unit = value.isNumber() ? "" : value.path("unit").asString("");
    return number.isNumber()
        ? Amounts.read(measured, number.decimalValue(), unit)
        : Optional.empty();
  }

  private static String written(JsonNode value) {
    return value.isNumber()
        ? value.asString()
        : value.path("value").asString("") + " " + value.path("unit").asString("");
  }

  private static Optional<OffsetDateTime[]> times(JsonNode frame) {
    Optional<OffsetDateTime> moment = Times.read(frame.path("date_time"));
    if (moment.isPresent()) {
      return moment.map(at -> new OffsetDateTime[] {at, at});
    }
    JsonNode span = frame.path("time_interval");
    Optional<OffsetDateTime> start = Times.read(span.path("start_date_time"));
    Optional<OffsetDateTime> end = Times.read(span.path("end_date_time"));
    Optional<Duration> length = length(span.path("duration"));
    Optional<OffsetDateTime> from = start.or(() -> end.flatMap(last -> length.map(last::minus)));
    Optional<OffsetDateTime> to = end.or(() -> start.flatMap(first -> length.map(first::plus)));
    return from.flatMap(first ->
        to.filter(last -> !last.isBefore(first)).map(last -> new OffsetDateTime[] {first, last}));
  }

  private static Optional<Duration> length(JsonNode duration) {
    double value = duration.path("value").asDouble(-1);
    long seconds = switch (duration.path("unit").asString("")) {
      case "sec" -> 1;
      case "min" -> 60;
      case "h" -> 3_600;
      case "d" -> 86_400;
      case "wk" -> 604_800;
      default -> 0;
    };
    return value < 0 || seconds == 0
        ? Optional.empty()
        : Optional.of(Duration.ofSeconds(Math.round(value * seconds)));
  }

  /// @param form the form by its name
  private record Kind(String form, Measured measured) {}
}
