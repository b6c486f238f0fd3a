package org.healthassistant.assistant.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.healthassistant.assistant.record.RecordSection.Status;
import org.healthassistant.assistant.record.plot.Trend;
import org.healthassistant.assistant.record.plot.Trends;
import org.healthassistant.assistant.record.terms.TopicData;
import org.healthassistant.assistant.record.terms.Wording;
import org.healthassistant.connector.record.Code;
import org.healthassistant.connector.record.Component;
import org.healthassistant.connector.record.Condition.ClinicalStatus;
import org.healthassistant.connector.record.Entry;
import org.healthassistant.connector.record.Immunization;
import org.healthassistant.connector.record.Measurement;
import org.healthassistant.connector.record.PartialDate;
import org.healthassistant.connector.record.PatientRecord;
import org.healthassistant.connector.record.RecordPart;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The record laid out, its values and their comparison, and what a clinician reads first.
class SectionsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final Code PRESSURE = Code.loinc("85354-9");
  private static final Code SYSTOLIC = Code.loinc("8480-6");
  private static final Code DIASTOLIC = Code.loinc("8462-4");

  @ParameterizedTest
  @CsvSource({
    "ALLERGIES, allergies",
    "MEDICINES, medicines",
    "CONDITIONS, conditions",
    "MEASUREMENTS, labs",
    "APPOINTMENTS, appointments",
    "PROCEDURES, procedures",
    "IMMUNIZATIONS, immunizations"
  })
  void saysOfAPartThatItIsIncomplete(RecordPart part, String id) {
    PatientRecord cut =
        new PatientRecord(SampleRecord.with(List.of()).person(), List.of(), null, Set.of(part));
    assertThat(Sections.of(cut, Language.ENGLISH, TODAY))
        .filteredOn(section -> section.id().equals(id))
        .singleElement()
        .satisfies(section -> assertThat(section.status()).isEqualTo(Status.INCOMPLETE));
    assertThat(Sections.of(SampleRecord.with(List.of()), Language.ENGLISH, TODAY))
        .hasSize(6)
        .allMatch(section -> section.status() == Status.NONE_RECORDED);
  }

  @Test
  void tellsCliniciansWhatCouldNotBeRead() {
    PatientRecord cut = new PatientRecord(
        SampleRecord.with(List.of()).person(),
        List.of(),
        null,
        Set.of(RecordPart.ALLERGIES, RecordPart.MEDICINES));
    assertThat(Summary.of(cut, TODAY))
        .extracting(RecordFact::text)
        .containsExactlyInAnyOrder(
            "Not all medicines of the record could be read; there may be more.",
            "Not all allergies of the record could be read; there may be more.");
  }

  @ParameterizedTest
  @CsvSource({"9279-1, Resp, breaths/min", "8867-4, HR, beats/min", "99999-9, Drops, /min"})
  void tellsWhatIsCountedInAMinuteByItsCode(String loinc, String label, String unit) {
    Measurement read = Measurement.of(
        "Observation/1",
        Code.loinc(loinc),
        label,
        new BigDecimal("14"),
        "/min",
        java.time.OffsetDateTime.parse("2026-05-01T12:00:00Z"));
    assertThat(line(read)).isEqualTo(label + ": 14 " + unit);
  }

  /// Units that are words are said in the reader's language; signs and what the source wrote in
  /// words of its own stay.
  @ParameterizedTest
  @CsvSource({
    "8867-4, /min, 14 latidos/min, 14 beats/min",
    "9279-1, /min, 14 respiraciones/min, 14 breaths/min",
    "8867-4, beats/minute, 14 latidos/minuto, 14 beats/minute",
    "8867-4, latidos/min, 14 latidos/min, 14 beats/min",
    "41950-7, steps per day, 14 pasos por día, 14 steps per day",
    "4548-4, %, 14 %, 14 %",
    "2093-3, mg/dL, 14 mg/dL, 14 mg/dL"
  })
  void saysUnitsInTheReadersLanguage(String loinc, String unit, String spanish, String english) {
    Measurement read = Measurement.of(
        "Observation/1",
        Code.loinc(loinc),
        "X",
        new BigDecimal("14"),
        unit,
        java.time.OffsetDateTime.parse("2026-05-01T12:00:00Z"));
    assertThat(Wording.of(Language.SPANISH).value(read)).isEqualTo(spanish);
    assertThat(Wording.of(Language.ENGLISH).value(read)).isEqualTo(english);
    assertThat(sections(read, Language.SPANISH)).contains("X: " + spanish);
  }

  private static List<String> sections(Measurement read, Language language) {
    return Sections.of(SampleRecord.with(List.of(read)), language, TODAY).stream()
        .flatMap(section -> section.entries().stream())
        .map(RecordSection.Entry::text)
        .toList();
  }

  @Test
  void tellsAPressureInItsOwnUnitAndOnlyThePartsThatAreThere() {
    assertThat(line(pressure("1", "2026-06-03", "15.5", "9.8", "kPa")))
        .isEqualTo("Blood pressure: 15.5/9.8 kPa");
    assertThat(line(pressure("1", "2026-06-03", "142", null, "mm[Hg]")))
        .isEqualTo("Blood pressure: Systolic 142 mmHg");
    assertThat(line(pressure("1", "2026-06-03", null, null, "mm[Hg]")))
        .isEqualTo("Blood pressure: no value given");
  }

  @Test
  void prefersAWholeReadingOfTheSameDay() {
    assertThat(told(
            "high-blood-pressure",
            pressure("whole", "2026-06-03", "141", "88", "mm[Hg]"),
            pressure("part", "2026-06-03", "142", null, "mm[Hg]")))
        .isEqualTo("Your last blood pressure was 141/88 mmHg on 3 June 2026.");
  }

  @Test
  void showsDatesAsPreciseAsTheyAreKnown() {
    Entry vaccine =
        new Immunization("Immunization/1", List.of(), "Tetanus", PartialDate.parse("2019-03"));
    assertThat(Sections.of(SampleRecord.with(List.of(vaccine)), Language.SPANISH, TODAY)
            .getLast())
        .satisfies(section -> {
          assertThat(section.title()).isEqualTo("Vacunas");
          assertThat(Objects.requireNonNull(section.entries().getFirst().date().orElse(null))
                  .text())
              .isEqualTo("2019-03");
        });
  }

  @Test
  void showsWhatIsNeitherLaboratoryNorVitalSignAsOtherResults() {
    assertThat(Sections.of(
                SampleRecord.with(List.of(SampleRecord.finding("63513-6", "Left eye 20/40"))),
                Language.ENGLISH,
                TODAY)
            .getLast())
        .satisfies(section -> assertThat(section.id()).isEqualTo("other-results"));
  }

  @Test
  void namesAMeasureThatTheSourceWroteAsABareCode() {
    Measurement bare = SampleRecord.dated("Observation/1", "2089-1", "101", null, "2026-01-02");
    Measurement unnamed = new Measurement(
        bare.source(),
        bare.codes(),
        "2089-1",
        bare.category(),
        bare.value(),
        null,
        "mg/dL",
        "mg/dL",
        null,
        List.of(),
        null,
        null,
        List.of(),
        bare.status(),
        bare.date(),
        null);
    assertThat(line(unnamed)).isEqualTo("LDL cholesterol: 101 mg/dL");
  }

  @Test
  void comparesOnlyReadingsOfOneUnit() {
    assertThat(trend(
            number("1", "4548-4", "60", "mmol/mol", "2024-05-01"),
            number("2", "4548-4", "7.4", "%", "2025-05-01")))
        .isEmpty();
    assertThat(trend(
            number("1", "4548-4", "60", "mmol/mol", "2024-05-01"),
            number("2", "4548-4", "7.4", "%", "2025-05-01"),
            number("3", "4548-4", "7.0", "%", "2026-05-01")))
        .contains("Your A1c went from 7.4 % on 1 May 2025 to 7.0 % on 1 May 2026.");
  }

  @Test
  void drawsNothingThatIsKnownToTheMonthOnly() {
    PatientRecord record = SampleRecord.with(List.of(
        SampleRecord.dated("Observation/1", "2089-1", "90", null, "2025"),
        SampleRecord.dated("Observation/2", "2089-1", "95", null, "2025-07"),
        SampleRecord.dated("Observation/3", "2089-1", "99", null, "2026-02-03")));
    assertThat(Trends.of(record, "2089-1", TODAY).orElseThrow().points())
        .extracting(Trend.Point::source)
        .containsExactly("Observation/3");
  }

  @ParameterizedTest
  @CsvSource({"Hemoglobin A1c", "HbA1c", "Hemoglobina glicosilada"})
  void takesTheNewestValueAlsoWhereTheSourceGivesNoCode(String label) {
    Measurement coded = number("1", "4548-4", "6.9", "%", "2026-09-01");
    Measurement worded = new Measurement(
        "Observation/2",
        List.of(),
        label,
        "laboratory",
        new BigDecimal("6.5"),
        null,
        "%",
        "%",
        null,
        List.of(),
        null,
        null,
        List.of(),
        Measurement.Status.FINAL,
        PartialDate.parse("2026-10-25"),
        null);
    assertThat(told("a1c", worded, coded)).isEqualTo("Your last A1c was 6.5 % on 25 October 2026.");
  }

  @Test
  void takesNoPastPregnancyForOneNow() {
    assertThat(facts(
            "pregnancy", SampleRecord.condition("History of pregnancy", ClinicalStatus.ACTIVE)))
        .isEmpty();
    assertThat(facts("pregnancy", SampleRecord.condition("Pregnancy", ClinicalStatus.ACTIVE)))
        .hasSize(1);
  }

  private static String told(String topic, Entry... entries) {
    return facts(topic, entries).getFirst().text();
  }

  private static List<RecordFact> facts(String topic, Entry... entries) {
    return new Facts(TopicData.builtIn())
        .forTopics(SampleRecord.with(List.of(entries)), List.of(topic), Language.ENGLISH, TODAY);
  }

  private static java.util.Optional<String> trend(Entry... entries) {
    return new Facts(TopicData.builtIn())
        .trend(SampleRecord.with(List.of(entries)), "4548-4", Language.ENGLISH, TODAY)
        .map(RecordFact::text);
  }

  private static Measurement number(
      String id, String loinc, String value, String unit, String day) {
    return SampleRecord.number("Observation/" + id, loinc, value, unit, day + "T12:00:00Z");
  }

  private static String line(Measurement entry) {
    return Sections.of(SampleRecord.with(List.of(entry)), Language.ENGLISH, TODAY).stream()
        .flatMap(section -> section.entries().stream())
        .map(RecordSection.Entry::text)
        .findFirst()
        .orElseThrow();
  }

  private static Measurement pressure(
      String id, String day, @Nullable String upper, @Nullable String lower, String unit) {
    return new Measurement(
        "Observation/" + id,
        List.of(PRESSURE),
        "Blood pressure",
        "vital-signs",
        null,
        null,
        null,
        null,
        null,
        List.of(part(SYSTOLIC, "Systolic", upper, unit), part(DIASTOLIC, "Diastolic", lower, unit)),
        null,
        null,
        List.of(),
        Measurement.Status.FINAL,
        PartialDate.parse(day),
        null);
  }

  private static Component part(Code code, String label, @Nullable String value, String unit) {
    return value == null
        ? new Component(List.of(code), label, null, null, null, null, null)
        : Component.of(code, label, new BigDecimal(value), unit);
  }
}
