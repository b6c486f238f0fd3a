package org.healthassistant.assistant.record;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.record.RecordImport.PatientSummary;
import org.healthassistant.assistant.record.told.RecordQuestion;
import org.healthassistant.assistant.record.told.Told;
import org.healthassistant.assistant.safety.RiskFact;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class RecordImportTest {

  private static final String WARFARIN =
      "{\"resourceType\": \"MedicationRequest\", \"id\": \"m\", \"status\": \"active\","
          + " \"medicationCodeableConcept\": {\"text\": \"Warfarin\"}}";

  private final TestDatabase database;

  @TempDir
  Path directory;

  RecordImportTest(TestDatabase database) {
    this.database = database;
  }

  @Test
  void takesIdsAsLongAsTheyComeAndNoLongerOneStopsTheOthers() throws IOException {
    write("a.json", "x".repeat(70));
    write("b.json", "y".repeat(300));
    write("c.json", "short");
    try (RoomsUnderTest rooms = open()) {
      ListAppender<ILoggingEvent> log = listen();
      rooms.bean(RecordImport.class).run();
      assertThat(rooms.bean(RecordImport.class).patients())
          .extracting(PatientSummary::id)
          .containsExactly("x".repeat(70), "short");
      assertThat(told(log))
          .anySatisfy(line -> assertThat(line).startsWith("REC-001: file 2 of 3"))
          .allSatisfy(line -> assertThat(line).doesNotContain("yyy"));
    }
  }

  @Test
  void namesNoFileAndNoIdInTheLog() throws IOException {
    write(
        "Maria_Quinn.json",
        "quinn-1",
        "{\"resourceType\": \"Condition\", \"id\": \"quinn-2\", \"code\": 7}");
    write("Zoe_Quinn.json", "quinn-9");
    write("zz_Quinn.json", "quinn-9");
    try (RoomsUnderTest rooms = open()) {
      ListAppender<ILoggingEvent> log = listen();
      Files.setLastModifiedTime(
          directory.resolve("Maria_Quinn.json"),
          FileTime.from(Instant.parse("2026-03-03T00:00:00Z")));
      rooms.bean(RecordImport.class).run();
      assertThat(rooms.bean(RecordImport.class).patients()).hasSize(1);
      assertThat(told(log))
          .anySatisfy(line -> assertThat(line)
              .startsWith("REC-001: file 1 of 3 in the order of names, entry 2 (Condition), line"))
          .anySatisfy(line -> assertThat(line).contains("another file holds the same patient id"))
          .allSatisfy(
              line -> assertThat(line.toLowerCase(java.util.Locale.ROOT)).doesNotContain("quinn"));
    }
  }

  @Test
  void readsWhatChangedAndKeepsTheRest() throws IOException {
    write("a.json", "ann");
    try (RoomsUnderTest rooms = open()) {
      RecordDesk desk = rooms.bean(RecordDesk.class);
      assertThat(desk.riskFacts(rooms.patient("ann").id())).isEmpty();
      write("a.json", "ann", WARFARIN);
      write("b.json", "ben");
      rooms.bean(RecordImport.class).run();
      assertThat(desk.riskFacts(rooms.patient("ann").id())).contains(RiskFact.ANTICOAGULANT);
      assertThat(desk.person(rooms.patient("ben").id())).isPresent();
    }
  }

  @Test
  void takesACopyAnewThatWasMadeByOtherRules() throws IOException {
    write("a.json", "ann", WARFARIN);
    try (RoomsUnderTest rooms = open()) {
      JdbcClient jdbc = rooms.bean(JdbcClient.class);
      String made = hash(jdbc);
      assertThat(made).hasSize(64);
      jdbc.sql("update record_snapshot set content_hash = 'of an older version'")
          .update();
      Files.setLastModifiedTime(
          directory.resolve("a.json"), FileTime.from(Instant.parse("2026-02-02T00:00:00Z")));
      rooms.bean(RecordImport.class).run();
      assertThat(hash(jdbc)).hasSize(64);
    }
  }

  @Test
  void tellsOfWhatTimeTheCopyIsAndWhatIsMissing() throws IOException {
    write(
        "a.json", "ann", "{\"resourceType\": \"AllergyIntolerance\", \"id\": \"x\", \"code\": 7}");
    try (RoomsUnderTest rooms = open()) {
      RecordDesk desk = rooms.bean(RecordDesk.class);
      String ann = rooms.patient("ann").id();
      assertThat(desk.asOf(ann)).contains(Instant.parse("2026-01-01T00:00:00Z"));
      RecordQuestion asked = new RecordQuestion(
          RecordQuestion.Part.ALLERGIES,
          RecordQuestion.Aspect.LAST,
          List.of(),
          " ",
          " ",
          null,
          null);
      assertThat(desk.tell(Viewer.patient(ann), asked, Language.ENGLISH)
              .orElseThrow()
              .lines())
          .extracting(Told::text)
          .containsExactly(
              "I could not read all of your allergy list. There may be more in it.",
              "This copy of your record is from 1 January 2026.");
      assertThat(desk.sections(Viewer.patient(ann), Language.ENGLISH).get(2).status())
          .isEqualTo(RecordSection.Status.INCOMPLETE);
    }
  }

  @Test
  void opensOnlyTheSmallPartForANameAndForRisks() throws IOException {
    write("a.json", "ann", WARFARIN);
    try (RoomsUnderTest rooms = open()) {
      String ann = rooms.patient("ann").id();
      rooms
          .bean(JdbcClient.class)
          .sql("update record_snapshot set record_sealed = :nothing")
          .param("nothing", new byte[] {1, 2, 3})
          .update();
      assertThat(rooms.bean(RecordDesk.class).person(ann).orElseThrow().name()).isEqualTo("Pat");
      assertThat(rooms.bean(RecordDesk.class).riskFacts(ann)).contains(RiskFact.ANTICOAGULANT);
    }
  }

  private RoomsUnderTest open() {
    return RoomsUnderTest.on(database, Map.of("assistant.record.directory", directory.toString()));
  }

  private static String hash(JdbcClient jdbc) {
    return jdbc.sql("select content_hash from record_snapshot")
        .query(String.class)
        .single();
  }

  private static ListAppender<ILoggingEvent> listen() {
    ListAppender<ILoggingEvent> events = new ListAppender<>();
    events.start();
    ((Logger) LoggerFactory.getLogger(RecordImport.class)).addAppender(events);
    return events;
  }

  private static List<String> told(ListAppender<ILoggingEvent> log) {
    return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  private void write(String name, String id, String... resources) throws IOException {
    StringBuilder more = new StringBuilder();
    for (String resource : resources) {
      more.append(",\n{\"resource\": ").append(resource).append("}");
    }
    Path file = directory.resolve(name);
    Files.writeString(file, """
        {"resourceType": "Bundle", "type": "collection", "entry": [
        {"resource": {"resourceType": "Patient", "id": "%s", "name": [{"text": "Pat"}]}}%s]}
        """.formatted(id, more));
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
  }
}
