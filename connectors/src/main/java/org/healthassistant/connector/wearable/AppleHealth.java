package org.healthassistant.connector.wearable;

import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Reads `export.xml` of Apple Health, record by record.
///
/// Its document type is passed over, since some exports write it wrongly, and nothing outside of
/// the file is ever looked up. What stands in a correlation is repeated beside it, so that the
/// same sample may come twice.
final class AppleHealth {

  private static final String QUANTITY = "HKQuantityTypeIdentifier";
  private static final String SYSTOLIC = QUANTITY + "BloodPressureSystolic";
  private static final String DIASTOLIC = QUANTITY + "BloodPressureDiastolic";
  private static final String SLEEP = "HKCategoryTypeIdentifierSleepAnalysis";
  private static final String ASLEEP = "HKCategoryValueSleepAnalysisAsleep";

  private static final List<String> ENTITY_LIMITS = List.of(
      "jdk.xml.maxGeneralEntitySizeLimit",
      "jdk.xml.totalEntitySizeLimit",
      "jdk.xml.entityExpansionLimit");

  private static final Map<String, Measured> QUANTITIES = Map.ofEntries(
      Map.entry(QUANTITY + "StepCount", Measured.STEPS),
      Map.entry(QUANTITY + "HeartRate", Measured.HEART_RATE),
      Map.entry(QUANTITY + "RestingHeartRate", Measured.RESTING_HEART_RATE),
      Map.entry(QUANTITY + "OxygenSaturation", Measured.OXYGEN),
      Map.entry(QUANTITY + "BodyMass", Measured.WEIGHT),
      Map.entry(QUANTITY + "BodyTemperature", Measured.TEMPERATURE),
      Map.entry(QUANTITY + "BloodGlucose", Measured.GLUCOSE),
      Map.entry(QUANTITY + "RespiratoryRate", Measured.RESPIRATION),
      Map.entry(QUANTITY + "Height", Measured.HEIGHT),
      Map.entry(QUANTITY + "BodyMassIndex", Measured.BMI),
      Map.entry(QUANTITY + "BodyFatPercentage", Measured.BODY_FAT),
      Map.entry(QUANTITY + "HeartRateVariabilitySDNN", Measured.VARIABILITY));

  private final SampleSink sink;
  private final Pairs pairs = new Pairs();

  AppleHealth(SampleSink sink) {
    this.sink = sink;
  }

  /// Reads a whole file.
  ///
  /// @throws UnreadableMeasurements where it is no such export, or broken; what came before the
  /// broken place was handed on
  void read(InputStream in) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    // These count every `&lt;`, of which long exports have millions; none can be declared here.
    for (String limit : ENTITY_LIMITS) {
      factory.setProperty(limit, 0);
    }
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      try {
        read(xml);
      } finally {
        xml.close();
      }
    } catch (XMLStreamException e) {
      throw new UnreadableMeasurements("the file breaks off or is damaged", e);
    }
  }

  private void read(XMLStreamReader xml) throws XMLStreamException {
    @Nullable Entry open = null;
    boolean begun = false;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        String name = xml.getLocalName();
        if (!begun && !name.equals("HealthData")) {
          throw new UnreadableMeasurements("the file is no export of Apple Health");
        }
        begun = true;
        open = begin(name, xml, open);
      } else if (event == XMLStreamConstants.END_ELEMENT
          && open != null
          && xml.getLocalName().equals("Record")) {
        end(open);
        open = null;
      }
    }
  }

  private @Nullable Entry begin(String name, XMLStreamReader xml, @Nullable Entry open) {
    return switch (name) {
      case "Record" -> Entry.of(xml);
      case "MetadataEntry" -> open == null ? null : open.with(xml);
      case "Workout" -> {
        other(xml.getAttributeValue(null, "workoutActivityType"));
        yield null;
      }
      case "Correlation" -> {
        other(xml.getAttributeValue(null, "type"));
        yield null;
      }
      default -> open;
    };
  }

  private void other(@Nullable String type) {
    if (type != null) {
      sink.record(type);
    }
  }

  private void end(Entry entry) {
    sink.record(entry.type());
    if (entry.type().equals(SLEEP)) {
      sleep(entry);
      return;
    }
    Measured measured = entry.type().equals(SYSTOLIC) || entry.type().equals(DIASTOLIC)
        ? Measured.BLOOD_PRESSURE
        : QUANTITIES.get(entry.type());
    if (measured == null) {
      sink.skipped(entry.type(), "");
      return;
    }
    Optional<BigDecimal> value = entry
        .number()
        .flatMap(number -> Amounts.read(
            measured, share(measured) ? Amounts.percent(number) : number, entry.unit()));
    OffsetDateTime start = entry.start();
    if (value.isEmpty() || start == null) {
      sink.skipped(entry.type(), "no value that can be, or no time");
    } else if (measured == Measured.BLOOD_PRESSURE) {
      pairs
          .add(entry.type().equals(SYSTOLIC), value.get(), start, entry.source())
          .ifPresent(both -> sink.sample(entry.sample(measured, both[0], both[1])));
    } else {
      sink.sample(entry.sample(measured, value.get(), null));
    }
  }

  private static boolean share(Measured measured) {
    return measured == Measured.OXYGEN || measured == Measured.BODY_FAT;
  }

  /// Time in bed overlaps the time asleep, and time awake lies within: only sleep is kept.
  private void sleep(Entry entry) {
    OffsetDateTime start = entry.start();
    OffsetDateTime end = entry.end();
    if (!entry.value().startsWith(ASLEEP)) {
      sink.skipped(entry.type(), "");
    } else if (start == null || end == null || !end.isAfter(start)) {
      sink.skipped(entry.type(), "no time");
    } else {
      BigDecimal seconds = BigDecimal.valueOf(Duration.between(start, end).toSeconds());
      Amounts.read(Measured.SLEEP, seconds, "s")
          .ifPresentOrElse(
              hours -> sink.sample(entry.sample(Measured.SLEEP, hours, null)),
              () -> sink.skipped(entry.type(), "too long"));
    }
  }

  /// A record while its metadata are read.
  private record Entry(
      String type,
      String value,
      String unit,
      @Nullable String starts,
      @Nullable String ends,
      String source,
      String device,
      @Nullable String zone,
      boolean typed,
      boolean active) {

    private static final String MOTION = "HKMetadataKeyHeartRateMotionContext";

    static Entry of(XMLStreamReader xml) {
      return new Entry(
          text(xml, "type"),
          text(xml, "value"),
          text(xml, "unit"),
          xml.getAttributeValue(null, "startDate"),
          xml.getAttributeValue(null, "endDate"),
          text(xml, "sourceName"),
          text(xml, "device"),
          null,
          false,
          false);
    }

    private static String text(XMLStreamReader xml, String name) {
      return Objects.requireNonNullElse(xml.getAttributeValue(null, name), "").strip();
    }

    Entry with(XMLStreamReader xml) {
      String told = text(xml, "value");
      return switch (text(xml, "key")) {
        case "HKTimeZone" -> with(told, typed, active);
        case "HKWasUserEntered" -> with(zone, told.equals("1"), active);
        case MOTION -> with(zone, typed, told.equals("2"));
        default -> this;
      };
    }

    private Entry with(@Nullable String newZone, boolean newTyped, boolean newActive) {
      return new Entry(
          type, value, unit, starts, ends, source, device, newZone, newTyped, newActive);
    }

    @Nullable
    OffsetDateTime start() {
      OffsetDateTime at = Times.apple(starts);
      return at == null ? null : Times.in(at, zone);
    }

    @Nullable
    OffsetDateTime end() {
      OffsetDateTime at = Times.apple(ends);
      return at == null ? null : Times.in(at, zone);
    }

    Optional<BigDecimal> number() {
      try {
        return Optional.of(new BigDecimal(value));
      } catch (NumberFormatException e) {
        return Optional.empty();
      }
    }

    Sample sample(Measured measured, BigDecimal number, @Nullable BigDecimal second) {
      OffsetDateTime start = Objects.requireNonNull(start());
      OffsetDateTime end = Objects.requireNonNullElse(end(), start);
      return new Sample(
          measured,
          number,
          second,
          start,
          end.isBefore(start) ? start : end,
          source,
          rank(),
          active,
          (value + " " + unit).strip());
    }

    /// The device's own text holds an address in memory that differs each time; only what kind of
    /// device it names is looked at.
    private Sample.Rank rank() {
      String told = (source + " " + device).toLowerCase(Locale.ROOT);
      if (typed) {
        return Sample.Rank.TYPED;
      }
      return Ranks.of(told);
    }

    @Override
    public String toString() {
      return "[REDACTED]";
    }
  }
}
