package org.healthassistant.assistant.record;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.healthassistant.assistant.record.terms.ItemReference;
import org.healthassistant.assistant.record.terms.MeasureData.Measure;
import org.healthassistant.assistant.record.terms.MeasurementTimeline;
import org.healthassistant.assistant.record.terms.Standing;
import org.healthassistant.assistant.record.terms.TopicData;
import org.healthassistant.assistant.record.terms.TopicData.MedicineClass;
import org.healthassistant.assistant.record.terms.TopicData.Named;
import org.healthassistant.assistant.record.terms.ValueText;
import org.healthassistant.assistant.record.terms.Wording;
import org.healthassistant.connector.record.Allergy;
import org.healthassistant.connector.record.Code;
import org.healthassistant.connector.record.Condition;
import org.healthassistant.connector.record.Entry;
import org.healthassistant.connector.record.Measurement;
import org.healthassistant.connector.record.Medication;
import org.healthassistant.connector.record.PartialDate;
import org.healthassistant.connector.record.PatientRecord;
import org.healthassistant.knowledge.text.Language;

/// Computes the facts that matter for topics. Values are repeated as recorded; nothing is judged.
final class Facts {

  private final TopicData data;

  Facts(TopicData data) {
    this.data = data;
  }

  /// The facts for the first of some topics that has a tie, most telling first, one an item.
  List<RecordFact> forTopics(
      PatientRecord record, Collection<String> topics, Language language, LocalDate today) {
    Map<String, RecordFact> byItem = new LinkedHashMap<>();
    topics.stream()
        .filter(data.topics()::containsKey)
        .limit(1)
        .flatMap(topic -> data.topics().getOrDefault(topic, List.of()).stream())
        .distinct()
        .flatMap(tie -> tied(tie, record, Wording.of(language), language, today))
        .forEach(fact -> byItem.putIfAbsent(fact.resource(), fact));
    return List.copyOf(byItem.values());
  }

  /// The last reading of a measure.
  Optional<RecordFact> value(
      PatientRecord record, String loinc, Language language, LocalDate today) {
    return data.measureOf(loinc)
        .flatMap(measure ->
            last(measure, record, Wording.of(language), language, today).findFirst());
  }

  /// How a measure went from its first to its last reading, of those in the unit of the last;
  /// empty with fewer than two exact ones that are known to the day.
  Optional<RecordFact> trend(
      PatientRecord record, String loinc, Language language, LocalDate today) {
    return data.measureOf(loinc).flatMap(measure -> {
      List<Measurement> all = MeasurementTimeline.upTo(today, record, measure::matches).stream()
          .filter(MeasurementTimeline::isDated)
          .toList();
      List<Measurement> alike = all.stream()
          .filter(reading -> isExact(reading) && ValueText.isComparable(reading, all.getLast()))
          .toList();
      return alike.size() < 2 || !isExact(all.getLast())
          ? Optional.empty()
          : trend(measure, alike, language);
    });
  }

  private Stream<RecordFact> tied(
      ItemReference tie,
      PatientRecord record,
      Wording wording,
      Language language,
      LocalDate today) {
    String name = tie.name();
    return switch (tie.kind()) {
      case MEASURE -> last(known(data.measures(), name), record, wording, language, today);
      case MEDICINE -> medicine(known(data.medicines(), name), record, wording, language, today);
      case ALLERGY ->
        named(known(data.allergies(), name), allergies(record), wording, language, "allergy");
      case CONDITION ->
        named(
            known(data.conditions(), name),
            conditions(record, today),
            wording,
            language,
            "condition");
    };
  }

  private static Stream<RecordFact> last(
      Measure measure, PatientRecord record, Wording wording, Language language, LocalDate today) {
    return MeasurementTimeline.last(today, record, measure::matches).stream()
        .map(reading -> reading.date() == null
            ? fact(
                reading,
                wording.say(
                    "fact.undated",
                    "name",
                    measure.name(language),
                    "value",
                    wording.value(reading)),
                wording.value(reading),
                Optional.of(measure.loinc().getFirst()))
            : last(measure, reading, wording, language));
  }

  private static RecordFact last(
      Measure measure, Measurement reading, Wording wording, Language language) {
    PartialDate date = reading.date();
    String key = "fact.last";
    if (date != null && date.precision() != PartialDate.Precision.DAY) {
      key = "fact.last.month";
    } else if (reading.status() == Measurement.Status.PRELIMINARY) {
      key = "fact.last.preliminary";
    }
    key = measure.isPlural() ? key + ".many" : key;
    String value = wording.value(reading);
    String text = wording.say(
        key,
        "last",
        measure.last(language),
        "value",
        value,
        "date",
        date == null ? "" : wording.date(date));
    return fact(reading, text, value, code(measure, reading));
  }

  private static boolean isExact(Measurement reading) {
    return reading.comparator() == null && !ValueText.isPartial(reading);
  }

  private static Optional<RecordFact> trend(
      Measure measure, List<Measurement> all, Language language) {
    Measurement first = all.getFirst();
    Measurement last = all.getLast();
    PartialDate from = first.date();
    PartialDate to = last.date();
    if (from == null || to == null) {
      return Optional.empty();
    }
    Wording wording = Wording.of(language);
    String text = wording.say(
        "fact.trend",
        "name",
        measure.name(language),
        "first",
        wording.value(first),
        "firstDate",
        wording.date(from),
        "value",
        wording.value(last),
        "date",
        wording.date(to));
    return Optional.of(fact(last, text, wording.value(last), code(measure, last)));
  }

  private static Optional<String> code(Measure measure, Measurement reading) {
    return measure.loinc().stream().filter(code -> reading.is(Code.loinc(code))).findFirst();
  }

  private static Stream<RecordFact> medicine(
      MedicineClass medicines,
      PatientRecord record,
      Wording wording,
      Language language,
      LocalDate today) {
    return record.entries(Medication.class).stream()
        .filter(entry -> entry.isCurrentOn(today))
        .flatMap(entry -> medicines.names().stream()
            .filter(name -> name.matches(entry))
            .limit(1)
            .map(name -> fact(
                entry,
                wording.say(
                    "fact.medicine",
                    "name",
                    name.name(language),
                    "class",
                    medicines.name(language)),
                entry.label(),
                Optional.empty())))
        .limit(1);
  }

  private static Stream<RecordFact> named(
      List<Named> names,
      Stream<? extends Entry> entries,
      Wording wording,
      Language language,
      String kind) {
    return entries
        .flatMap(entry -> names.stream()
            .filter(name -> name.matches(entry, entry instanceof Allergy a ? a.substance() : ""))
            .limit(1)
            .map(name -> fact(
                entry,
                wording.say("fact." + kind, "name", name.name(language)),
                entry.label(),
                Optional.empty())))
        .limit(1);
  }

  private static Stream<Allergy> allergies(PatientRecord record) {
    return record.entries(Allergy.class).stream().filter(a -> a.current() && !a.noKnown());
  }

  private static Stream<Condition> conditions(PatientRecord record, LocalDate today) {
    return record.entries(Condition.class).stream()
        .filter(entry -> entry.isCurrentOn(today) && Standing.detect(entry) == Standing.OWN);
  }

  private static <T> T known(Map<String, T> all, String name) {
    return Objects.requireNonNull(all.get(name), name);
  }

  /// A fact over an entry.
  static RecordFact fact(Entry entry, String text, String snippet, Optional<String> loinc) {
    return new RecordFact(text, entry.source(), entry.label(), day(entry), snippet, loinc);
  }

  /// The day an entry is about, where it is known to the day.
  static Optional<LocalDate> day(Entry entry) {
    return Optional.ofNullable(entry.date())
        .filter(date -> date.precision() == PartialDate.Precision.DAY)
        .map(PartialDate::earliest);
  }
}
