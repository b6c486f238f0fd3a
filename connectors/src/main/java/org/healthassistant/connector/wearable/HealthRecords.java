package org.healthassistant.connector.wearable;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// Reads records of Health Connect as apps push them, and data points of the Google Health API:
/// the same things with nearly the same members. A record is known by the name of its type, or by
/// the members it has.
final class HealthRecords {

  /// Which word of a type's name means what; the first that is in it counts.
  private static final Map<String, Measured> TYPES = types();

  private static final JsonNode NONE = MissingNode.getInstance();

  private final SampleSink sink;

  HealthRecords(SampleSink sink) {
    this.sink = sink;
  }

  private static Map<String, Measured> types() {
    Map<String, Measured> types = new LinkedHashMap<>();
    types.put("steps", Measured.STEPS);
    types.put("restingheartrate", Measured.RESTING_HEART_RATE);
    types.put("heartrate", Measured.HEART_RATE);
    types.put("oxygensaturation", Measured.OXYGEN);
    types.put("sleep", Measured.SLEEP);
    types.put("weight", Measured.WEIGHT);
    types.put("bodytemperature", Measured.TEMPERATURE);
    types.put("bloodglucose", Measured.GLUCOSE);
    types.put("bloodpressure", Measured.BLOOD_PRESSURE);
    types.put("respiratoryrate", Measured.RESPIRATION);
    types.put("height", Measured.HEIGHT);
    types.put("bodyfat", Measured.BODY_FAT);
    return types;
  }

  /// Whether a type is one of theirs.
  static boolean isType(String type) {
    return measured(type).isPresent();
  }

  private static Optional<Measured> measured(String type) {
    String plain = type.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    return plain.contains("variability")
            || plain.contains("cadence")
            || plain.contains("bodytemperaturebasal")
        ? Optional.empty()
        : TYPES.entrySet().stream()
            .filter(one -> plain.contains(one.getKey()))
            .map(Map.Entry::getValue)
            .findFirst();
  }

  /// Reads one record.
  ///
  /// @param named the name of the list it stands in; may be empty
  void read(String named, JsonNode item) {
    Typed typed = typed(named, item);
    sink.record(typed.type());
    Optional<Measured> measured = measured(typed.type());
    if (measured.isEmpty()) {
      sink.skipped(typed.type(), "");
      return;
    }
    Context context = Context.of(item, typed.value());
    int before = context.taken;
    switch (measured.get()) {
      case HEART_RATE -> heartRates(context);
      case SLEEP -> sleep(context);
      case BLOOD_PRESSURE -> pressure(context);
      default -> single(measured.get(), context);
    }
    if (context.taken == before) {
      sink.skipped(typed.type(), "no time, or no value that can be");
    }
  }

  private static Typed typed(String named, JsonNode item) {
    for (String member : new String[] {"recordType", "dataType", "dataTypeName", "type"}) {
      String told = item.path(member).asString("");
      if (!told.isEmpty()) {
        return new Typed(told, item);
      }
    }
    Optional<String> inner = item.propertyNames().stream()
        .filter(name -> item.path(name).isObject()
            && measured(name).isPresent()
            && (item.has("dataSource") || item.has("name")))
        .findFirst();
    return inner
        .map(name -> new Typed(name, item.path(name)))
        .orElseGet(() -> new Typed(named, item));
  }

  private void heartRates(Context context) {
    JsonNode samples = context.value.path("samples");
    if (samples.isArray()) {
      samples.forEach(one -> Times.read(one.path("time"), context.offset())
          .ifPresent(at ->
              context.add(sink, Measured.HEART_RATE, one.path("beatsPerMinute"), "bpm", at, at)));
    } else {
      single(Measured.HEART_RATE, context);
    }
  }

  private void pressure(Context context) {
    Optional<BigDecimal> upper = number(context.value.path("systolic"))
        .flatMap(one -> Amounts.read(Measured.BLOOD_PRESSURE, one, "mmHg"));
    Optional<BigDecimal> lower = number(context.value.path("diastolic"))
        .flatMap(one -> Amounts.read(Measured.BLOOD_PRESSURE, one, "mmHg"));
    context.start().filter(at -> upper.isPresent() && lower.isPresent()).ifPresent(at -> {
      context.taken++;
      sink.sample(context.sample(
          Measured.BLOOD_PRESSURE,
          upper.get(),
          lower.get(),
          at,
          at,
          upper.get().toPlainString() + "/" + lower.get().toPlainString() + " mmHg"));
    });
  }

  /// Stages asleep where there are some; else the whole session.
  private void sleep(Context context) {
    JsonNode stages = context.value.path("stages");
    if (stages.isArray() && !stages.isEmpty()) {
      stages.forEach(stage -> {
        Optional<OffsetDateTime> from = Times.read(stage.path("startTime"), context.offset());
        Optional<OffsetDateTime> to = Times.read(stage.path("endTime"), context.offset());
        if (isAsleep(stage) && from.isPresent() && to.isPresent()) {
          asleep(context, from.get(), to.get());
        }
      });
      return;
    }
    context.start().ifPresent(from -> context.end().ifPresent(to -> asleep(context, from, to)));
  }

  private void asleep(Context context, OffsetDateTime from, OffsetDateTime to) {
    long seconds = Duration.between(from, to).toSeconds();
    Amounts.read(Measured.SLEEP, BigDecimal.valueOf(seconds), "s")
        .filter(hours -> seconds > 0)
        .ifPresent(hours -> {
          context.taken++;
          sink.sample(context.sample(Measured.SLEEP, hours, null, from, to, seconds + " s"));
        });
  }

  /// By the numbers of Health Connect (2 asleep, 4 light, 5 deep, 6 REM) or by name.
  private static boolean isAsleep(JsonNode stage) {
    JsonNode told = stage.has("stage") ? stage.path("stage") : stage.path("type");
    if (told.isNumber()) {
      int number = told.asInt();
      return number == 2 || number >= 4 && number <= 6;
    }
    String name = told.asString("").toLowerCase(Locale.ROOT);
    return name.contains("light")
        || name.contains("deep")
        || name.contains("rem")
        || name.contains("sleeping")
        || name.contains("asleep");
  }

  private void single(Measured measured, Context context) {
    Field field = Field.of(measured, context.value);
    context
        .start()
        .ifPresent(at -> context.add(
            sink,
            measured,
            field.value(),
            field.unit(),
            at,
            measured == Measured.STEPS ? context.end().orElse(at) : at));
  }

  /// A number, written as one or as text, alone or in the first member of an object.
  private static Optional<BigDecimal> number(JsonNode node) {
    JsonNode found = node.isObject() ? node.valueStream().findFirst().orElse(NONE) : node;
    try {
      return found.isNumber()
          ? Optional.of(found.decimalValue())
          : Optional.of(new BigDecimal(found.asString("")));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private record Typed(String type, JsonNode value) {}

  /// Where a record keeps its value, and in which unit.
  private record Field(JsonNode value, String unit) {

    private static final Map<String, String> UNITS = Map.ofEntries(
        Map.entry("inKilograms", "kg"),
        Map.entry("inGrams", "g"),
        Map.entry("inPounds", "lb"),
        Map.entry("inCelsius", "Cel"),
        Map.entry("inFahrenheit", "degF"),
        Map.entry("inMeters", "m"),
        Map.entry("inMilligramsPerDeciliter", "mg/dL"),
        Map.entry("inMillimolesPerLiter", "mmol/L"),
        Map.entry("kilograms", "kg"),
        Map.entry("celsius", "Cel"),
        Map.entry("milligramsPerDeciliter", "mg/dL"),
        Map.entry("millimolesPerLiter", "mmol/L"));

    static Field of(Measured measured, JsonNode record) {
      return switch (measured) {
        case STEPS -> new Field(first(record, "count", "steps"), "count");
        case HEART_RATE, RESTING_HEART_RATE ->
          new Field(first(record, "beatsPerMinute", "bpm"), "bpm");
        case OXYGEN, BODY_FAT -> new Field(first(record, "percentage", "value"), "%");
        case RESPIRATION -> new Field(first(record, "rate", "breathsPerMinute"), "/min");
        case WEIGHT ->
          record.has("weightGrams")
              ? new Field(record.path("weightGrams"), "g")
              : within(first(record, "weight", "mass"), "kg");
        case HEIGHT ->
          record.has("heightMillimeters")
              ? new Field(record.path("heightMillimeters"), "mm")
              : within(first(record, "height"), "m");
        case TEMPERATURE ->
          record.has("temperatureCelsius")
              ? new Field(record.path("temperatureCelsius"), "Cel")
              : within(first(record, "temperature"), "Cel");
        default ->
          record.has("bloodGlucoseMilligramsPerDeciliter")
              ? new Field(record.path("bloodGlucoseMilligramsPerDeciliter"), "mg/dL")
              : within(first(record, "level", "bloodGlucose"), "mmol/L");
      };
    }

    private static JsonNode first(JsonNode record, String... names) {
      for (String name : names) {
        if (record.has(name)) {
          return record.path(name);
        }
      }
      return NONE;
    }

    private static Field within(JsonNode value, String unit) {
      if (value.has("value")) {
        return new Field(value.path("value"), value.path("unit").asString(unit));
      }
      return UNITS.entrySet().stream()
          .filter(one -> value.has(one.getKey()))
          .map(one -> new Field(value.path(one.getKey()), one.getValue()))
          .findFirst()
          .orElseGet(() -> new Field(value, unit));
    }
  }

  /// What the values of one record have in common.
  private static final class Context {

    private final JsonNode item;
    private final JsonNode value;
    private final String source;
    private final Sample.Rank rank;
    private int taken;

    private Context(JsonNode item, JsonNode value, String source, Sample.Rank rank) {
      this.item = item;
      this.value = value;
      this.source = source;
      this.rank = rank;
    }

    static Context of(JsonNode item, JsonNode value) {
      JsonNode meta = item.path(item.has("metadata") ? "metadata" : "dataSource");
      JsonNode device = meta.path("device");
      JsonNode origin = meta.path("dataOrigin");
      String app =
          origin.isObject() ? origin.path("packageName").asString("") : origin.asString("");
      String model = device.path("model").asString(device.path("displayName").asString(""));
      String kind = device.path("type").asString(device.path("formFactor").asString(""));
      boolean byHand =
          meta.path("recordingMethod").asString("").toLowerCase(Locale.ROOT).contains("manual")
              || meta.path("recordingMethod").asInt(0) == 3;
      String platform = meta.path("platform").asString("");
      String name = !model.isEmpty() ? model : !app.isEmpty() ? app : platform;
      return new Context(
          item,
          value,
          name,
          byHand ? Sample.Rank.TYPED : Ranks.of(String.join(" ", model, kind, platform, app)));
    }

    JsonNode offset() {
      for (JsonNode part : new JsonNode[] {
        value.path("zoneOffset"),
        value.path("startZoneOffset"),
        value.path("interval").path("startUtcOffset"),
        value.path("sampleTime").path("utcOffset"),
        item.path("zoneOffset"),
        item.path("startZoneOffset")
      }) {
        if (!part.isMissingNode()) {
          return part;
        }
      }
      return NONE;
    }

    Optional<OffsetDateTime> start() {
      return Times.read(value.path("time"), offset())
          .or(() -> Times.read(value.path("startTime"), offset()))
          .or(() -> Times.read(value.path("sampleTime").path("physicalTime"), offset()))
          .or(() -> Times.read(value.path("interval").path("startTime"), offset()))
          .or(this::day);
    }

    Optional<OffsetDateTime> end() {
      return Times.read(value.path("endTime"), offset())
          .or(() -> Times.read(value.path("interval").path("endTime"), offset()));
    }

    /// A daily value has a date only: noon of it.
    private Optional<OffsetDateTime> day() {
      JsonNode date = value.path("date");
      try {
        return date.path("year").isNumber()
            ? Optional.of(LocalDate.of(
                    date.path("year").asInt(),
                    date.path("month").asInt(),
                    date.path("day").asInt())
                .atTime(12, 0)
                .atOffset(ZoneOffset.UTC))
            : Optional.empty();
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }

    void add(
        SampleSink sink,
        Measured measured,
        JsonNode number,
        String unit,
        OffsetDateTime start,
        OffsetDateTime end) {
      HealthRecords.number(number)
          .flatMap(one -> Amounts.read(measured, one, unit))
          .filter(one -> !end.isBefore(start))
          .ifPresent(one -> {
            taken++;
            sink.sample(sample(measured, one, null, start, end, one.toPlainString() + " " + unit));
          });
    }

    Sample sample(
        Measured measured,
        BigDecimal number,
        @Nullable BigDecimal second,
        OffsetDateTime start,
        OffsetDateTime end,
        String written) {
      return new Sample(measured, number, second, start, end, source, rank, false, written);
    }
  }
}
