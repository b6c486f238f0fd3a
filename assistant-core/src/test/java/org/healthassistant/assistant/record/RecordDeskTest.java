package org.healthassistant.assistant.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.audit.Audit;
import org.healthassistant.assistant.patient.Consents;
import org.healthassistant.assistant.patient.PersonalData;
import org.healthassistant.assistant.patient.PhoneNumbers;
import org.healthassistant.assistant.patient.Purpose;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.record.RecordImport.PatientSummary;
import org.healthassistant.assistant.record.plot.Trend;
import org.healthassistant.assistant.record.plot.TrendPlot;
import org.healthassistant.assistant.safety.RiskFact;
import org.healthassistant.assistant.store.Transactions;
import org.healthassistant.connector.record.PatientRecord;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class RecordDeskTest {

  private static final Map<TestDatabase, RoomsUnderTest> ROOMS = new EnumMap<>(TestDatabase.class);

  @BeforeAll
  static void open() {
    for (TestDatabase database : TestDatabase.values()) {
      ROOMS.put(database, RoomsUnderTest.on(database, Map.of()));
    }
  }

  @AfterAll
  static void close() {
    ROOMS.values().forEach(RoomsUnderTest::close);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void importsTheDemoPatientsWithTheirConsents(TestDatabase database) {
    RoomsUnderTest rooms = rooms(database);
    List<PatientSummary> patients = rooms.bean(RecordImport.class).patients();
    assertThat(patients)
        .extracting(PatientSummary::id)
        .contains("dana-whitfield", "maria-alvarez", "robert-hayes", "priya-nair", "tom-becker");
    for (PatientSummary patient : patients) {
      Consents consents = rooms.bean(Consents.class);
      assertThat(consents.granted(patient.subjectId(), Purpose.RECORD)).isTrue();
      assertThat(consents.granted(patient.subjectId(), Purpose.EXTERNAL_MODEL)).isFalse();
      assertThat(rooms.bean(PhoneNumbers.class).forSubject(patient.subjectId()))
          .allMatch(PhoneNumbers.Known::linked);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void keepsWhatIsUnchangedAndTellsOneDisclosureAnImport(TestDatabase database) {
    RoomsUnderTest rooms = rooms(database);
    Subject dana = rooms.patient("dana-whitfield");
    Object before = importedAt(rooms, dana);
    rooms.bean(RecordImport.class).run();
    assertThat(importedAt(rooms, dana)).isEqualTo(before);
    assertThat(rooms.bean(Audit.class).about(dana.id(), "disclosure")).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void keepsNoWordOfTheRecordInTheOpen(TestDatabase database) {
    byte[] kept = rooms(database)
        .bean(JdbcClient.class)
        .sql("select record_sealed from record_snapshot where subject_id = :s")
        .param("s", rooms(database).patient("dana-whitfield").id())
        .query((row, n) -> row.getBytes(1))
        .single();
    assertThat(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("Whitfield")
        .doesNotContain("diabetes")
        .doesNotContain("4548-4");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void readsTheRiskFacts(TestDatabase database) {
    assertThat(risks(database, "robert-hayes"))
        .containsExactlyInAnyOrder(
            RiskFact.ANTICOAGULANT,
            RiskFact.HEART_FAILURE,
            RiskFact.OLDER_ADULT,
            RiskFact.LIVES_ALONE);
    assertThat(risks(database, "priya-nair")).containsExactly(RiskFact.PREGNANT);
    assertThat(risks(database, "dana-whitfield")).isEmpty();
    assertThat(risks(database, "maria-alvarez")).isEmpty();
    assertThat(risks(database, "tom-becker")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void takesWhatCannotBeOpenedForTheWorstUntilTheNextImportMendsIt(TestDatabase database) {
    RoomsUnderTest rooms = rooms(database);
    Subject robert = rooms.patient("robert-hayes");
    Set<RiskFact> whole = risks(database, "robert-hayes");
    RecordDesk desk = rooms.bean(RecordDesk.class);
    PatientRecord record = rooms.bean(RecordStore.class).record(robert.id()).orElseThrow();

    spoil(rooms, robert, "risk_sealed");
    assertThat(risks(database, "robert-hayes")).as("from the record itself").isEqualTo(whole);
    spoil(rooms, robert, "record_sealed");
    assertThat(risks(database, "robert-hayes")).containsExactlyInAnyOrder(RiskFact.values());
    assertThat(desk.sections(Viewer.patient(robert.id()), Language.ENGLISH))
        .extracting(RecordSection::status)
        .containsOnly(RecordSection.Status.NOT_AVAILABLE);

    rooms.bean(RecordCopies.class).keep(record, true);
    assertThat(risks(database, "robert-hayes")).isEqualTo(whole);
    assertThat(desk.isShared(Viewer.patient(robert.id()))).isTrue();
  }

  private static void spoil(RoomsUnderTest rooms, Subject subject, String column) {
    JdbcClient jdbc = rooms.bean(JdbcClient.class);
    byte[] bytes = jdbc.sql("select " + column + " from record_snapshot where subject_id = :s")
        .param("s", subject.id())
        .query((row, n) -> row.getBytes(1))
        .single();
    bytes[bytes.length / 2] ^= 1;
    jdbc.sql("update record_snapshot set " + column + " = :b where subject_id = :s")
        .param("b", bytes)
        .param("s", subject.id())
        .update();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void tellsTheLastValueAsRecorded(TestDatabase database) {
    RecordFact english =
        facts(database, "dana-whitfield", "diabetes", Language.ENGLISH).getFirst();
    assertThat(english.text()).isEqualTo("Your last A1c was 7.9 % on 14 August 2026.");
    assertThat(english.resource()).isEqualTo("Observation/a1c-3");
    assertThat(english.snippet()).isEqualTo("7.9 %");
    assertThat(english.loinc()).contains("4548-4");
    assertThat(
            facts(database, "maria-alvarez", "a1c", Language.SPANISH).getFirst().text())
        .isEqualTo("Su última A1c fue de 7.2 % el 30 de septiembre de 2026.");
    assertThat(facts(database, "dana-whitfield", "high-blood-pressure", Language.ENGLISH)
            .getFirst()
            .text())
        .matches("Your last blood pressure was \\d+/\\d+ mmHg on \\d+ \\w+ 2026\\.");
    assertThat(facts(database, "robert-hayes", "pain-medicines", Language.SPANISH)
            .getFirst()
            .text())
        .isEqualTo("En su lista de medicinas está apixabán, un anticoagulante.");
    assertThat(facts(database, "maria-alvarez", "pain-medicines", Language.ENGLISH)
            .getFirst()
            .text())
        .isEqualTo("Your record lists a reaction to aspirin.");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void tellsNothingWithoutATieADatumOrConsent(TestDatabase database) {
    assertThat(facts(database, "dana-whitfield", "fever", Language.ENGLISH)).isEmpty();
    assertThat(facts(database, "tom-becker", "diabetes", Language.ENGLISH)).isEmpty();
    RoomsUnderTest rooms = rooms(database);
    String subject = rooms.patient("dana-whitfield").id();
    Consents consents = rooms.bean(Consents.class);
    consents.decide(subject, Purpose.RECORD, false);
    try {
      assertThat(facts(database, "dana-whitfield", "diabetes", Language.ENGLISH))
          .isEmpty();
      assertThat(desk(database).trend(Viewer.patient(subject), "4548-4")).isEmpty();
      assertThat(desk(database).sections(Viewer.patient(subject), Language.ENGLISH))
          .hasSize(6)
          .allMatch(
              s -> s.status() == RecordSection.Status.NOT_SHARED && s.entries().isEmpty());
      assertThat(desk(database).clinicalSummary(subject)).isNotEmpty();
    } finally {
      consents.decide(subject, Purpose.RECORD, true);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void laysTheRecordOutInItsParts(TestDatabase database) {
    List<RecordSection> parts = desk(database)
        .sections(Viewer.patient(rooms(database).patient("robert-hayes").id()), Language.ENGLISH);
    assertThat(parts)
        .extracting(RecordSection::id)
        .containsExactly(
            "conditions",
            "medicines",
            "allergies",
            "labs",
            "vitals",
            "appointments",
            "other-results",
            "immunizations",
            "procedures");
    assertThat(parts).allMatch(part -> part.status() == RecordSection.Status.OK);
    assertThat(parts.get(3).entries())
        .anyMatch(entry -> entry.text().equals("Troponin I: <0.01 ng/mL"))
        .anyMatch(entry -> entry.text().contains("may still change"));
    assertThat(parts.get(4).entries()).noneMatch(entry -> entry.text().contains(" 18 "));
    List<RecordSection> little = desk(database)
        .sections(Viewer.patient(rooms(database).patient("tom-becker").id()), Language.SPANISH);
    assertThat(little.getFirst().status()).isEqualTo(RecordSection.Status.NONE_RECORDED);
    assertThat(little.getFirst().title()).isEqualTo("Problemas de salud");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void drawsTheReadingsAsKept(TestDatabase database) {
    String subject = rooms(database).patient("dana-whitfield").id();
    Trend trend = desk(database).trend(Viewer.patient(subject), "4548-4").orElseThrow();
    assertThat(trend.points())
        .extracting(point -> point.value().toPlainString())
        .containsExactly("8.8", "8.4", "7.9");
    assertThat(desk(database)
            .trendFact(subject, "4548-4", Language.ENGLISH)
            .orElseThrow()
            .text())
        .startsWith("Your A1c went from 8.8 % on ");
    assertThat(desk(database).trend(Viewer.patient(subject), "0-0")).isEmpty();
    String svg = TrendPlot.svg(trend, Language.ENGLISH);
    assertThat(svg).contains("<title", "<desc", "role=\"table\"", "7.9 %").doesNotContain("style=");
    assertThat(trend.goal()).hasValueSatisfying(goal -> assertThat(goal).isEqualByComparingTo("7"));
    assertThat(svg)
        .contains(">Goal 7<", ">Usual range<", "trend-goal", ">Hemoglobin A1c, %<", ">8<");
    Trend pressure = desk(database).trend(Viewer.patient(subject), "85354-9").orElseThrow();
    assertThat(pressure.points()).allMatch(p -> p.systolic() != null && p.diastolic() != null);
    assertThat(TrendPlot.svg(pressure, Language.SPANISH)).contains("trend-lower", "lecturas");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void givesTheCareTeamASummary(TestDatabase database) {
    List<RecordFact> summary =
        desk(database).clinicalSummary(rooms(database).patient("robert-hayes").id());
    assertThat(summary)
        .extracting(RecordFact::text)
        .anyMatch(text -> text.startsWith("Condition: Heart failure"))
        .anyMatch(text -> text.startsWith("Medicine: Apixaban 5 mg tablet"))
        .anyMatch(text -> text.startsWith("Allergy: Codeine"))
        .noneMatch(text -> text.contains("Warfarin"));
    assertThat(summary).allMatch(fact -> fact.resource().contains("/"));
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void exportsAndErasesTheCopy(TestDatabase database) {
    RoomsUnderTest rooms = rooms(database);
    Subject tom = rooms.patient("tom-becker");
    PersonalData data = rooms.bean(RecordPersonalData.class);
    assertThat(data.export(tom.id()).get("record.json")).contains("tom-becker");
    rooms.bean(Transactions.class).durable(() -> data.erase(tom.id()));
    assertThat(data.export(tom.id())).isEmpty();
    assertThat(desk(database).person(tom.id())).isEmpty();
    assertThat(desk(database).sections(Viewer.patient(tom.id()), Language.ENGLISH))
        .allMatch(part -> part.status() == RecordSection.Status.NOT_AVAILABLE);
    rooms.bean(RecordImport.class).run();
    assertThat(desk(database).person(tom.id())).isPresent();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void loadsTheRestOfADirectoryWithABrokenFile(TestDatabase database, @TempDir Path directory)
      throws IOException {
    Files.writeString(directory.resolve("broken.json"), "{\"resourceType\":\"Bundle\",");
    Files.writeString(directory.resolve("good.json"), """
        {"resourceType":"Bundle","type":"collection","entry":[
          {"resource":{"resourceType":"Patient","id":"zed","birthDate":"1950",
            "name":[{"text":"Zed Example"}]}}]}
        """);
    try (RoomsUnderTest rooms =
        RoomsUnderTest.on(database, Map.of("assistant.record.directory", directory.toString()))) {
      assertThat(rooms.bean(RecordImport.class).patients())
          .extracting(PatientSummary::id)
          .containsExactly("zed");
      assertThat(rooms.bean(RecordDesk.class).riskFacts(rooms.patient("zed").id()))
          .containsExactly(RiskFact.OLDER_ADULT);
      assertThat(rooms.bean(Subjects.class).findPatient("broken")).isEmpty();
    }
  }

  private static Object importedAt(RoomsUnderTest rooms, Subject subject) {
    return rooms
        .bean(JdbcClient.class)
        .sql("select imported_at from record_snapshot where subject_id = :s")
        .param("s", subject.id())
        .query((row, n) -> row.getObject(1, java.time.OffsetDateTime.class))
        .single();
  }

  private static Set<RiskFact> risks(TestDatabase database, String patient) {
    return desk(database).riskFacts(rooms(database).patient(patient).id());
  }

  private static List<RecordFact> facts(
      TestDatabase database, String patient, String topic, Language language) {
    return desk(database).facts(rooms(database).patient(patient).id(), List.of(topic), language);
  }

  private static RecordDesk desk(TestDatabase database) {
    return rooms(database).bean(RecordDesk.class);
  }

  private static RoomsUnderTest rooms(TestDatabase database) {
    return java.util.Objects.requireNonNull(ROOMS.get(database));
  }
}
