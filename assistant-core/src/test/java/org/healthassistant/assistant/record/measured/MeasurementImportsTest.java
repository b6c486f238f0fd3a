package org.healthassistant.assistant.record.measured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.patient.Consents;
import org.healthassistant.assistant.patient.PersonalData;
import org.healthassistant.assistant.patient.Purpose;
import org.healthassistant.assistant.record.RecordDesk;
import org.healthassistant.assistant.record.RecordSection;
import org.healthassistant.assistant.record.RoomsUnderTest;
import org.healthassistant.assistant.record.Viewer;
import org.healthassistant.assistant.record.plot.Trend;
import org.healthassistant.assistant.record.told.RecordQuestion;
import org.healthassistant.assistant.record.told.Told;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class MeasurementImportsTest {

  private static final String STEPS = """
      {"recordType": "StepsRecord", "count": %d, "startTime": "2026-11-%02dT14:00:00Z",
       "startZoneOffset": "-05:00", "endTime": "2026-11-%02dT15:00:00Z",
       "metadata": {"device": {"type": "WATCH", "model": "Watch 9"}}}\
      """;

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

  private static RoomsUnderTest rooms(TestDatabase database) {
    return Objects.requireNonNull(ROOMS.get(database));
  }

  private static ImportReport take(RoomsUnderTest rooms, String patient, String records) {
    try {
      return rooms
          .bean(MeasurementImports.class)
          .take(
              rooms.patient(patient).id(),
              new ByteArrayInputStream(
                  ("{\"records\": [" + records + "]}").getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String steps(int from, int to, int count) {
    StringBuilder all = new StringBuilder();
    for (int day = from; day <= to; day++) {
      all.append(all.isEmpty() ? "" : ",").append(STEPS.formatted(count, day, day));
    }
    return all.toString();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void theSameFileAgainBringsNothingNew(TestDatabase database) {
    RoomsUnderTest rooms = rooms(database);
    ImportReport first = take(rooms, "tom-becker", steps(1, 20, 5000));
    ImportReport again = take(rooms, "tom-becker", steps(1, 21, 5000));

    assertThat(first.imported()).isEqualTo(20);
    assertThat(first.byType()).isEqualTo(Map.of("StepsRecord", 20L));
    assertThat(first.from())
        .hasValueSatisfying(at -> assertThat(at).hasToString("2026-11-01T09:00-05:00"));
    assertThat(again.imported()).as("one day more").isEqualTo(1);
    assertThat(again.skipped()).isEqualTo(20);
    assertThat(rooms
            .bean(MeasurementImports.class)
            .progress(rooms.patient("tom-becker").id()))
        .isEqualTo(new ImportProgress(ImportProgress.State.DONE, 21, 1));
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aQuestionIsAnsweredFromItWithConsentOnly(TestDatabase database) {
    RoomsUnderTest rooms = rooms(database);
    String subject = rooms.patient("dana-whitfield").id();
    take(rooms, "dana-whitfield", steps(1, 17, 4000) + "," + steps(18, 23, 8000));

    assertThat(told(rooms, subject)).contains("8000").contains("steps");
    Trend trend =
        rooms.bean(RecordDesk.class).trend(Viewer.patient(subject), "41950-7").orElseThrow();
    assertThat(trend.points()).hasSize(23);
    assertThat(trend.points().getLast().at()).hasToString("2026-11-23T12:00-05:00");
    assertThat(sections(rooms, subject)).contains("From you and your devices");

    rooms.bean(Consents.class).decide(subject, Purpose.WEARABLES, false);
    try {
      assertThat(told(rooms, subject)).doesNotContain("8000");
      assertThat(rooms.bean(RecordDesk.class).trend(Viewer.patient(subject), "41950-7"))
          .isEmpty();
      assertThat(sections(rooms, subject)).doesNotContain("From you and your devices");
    } finally {
      rooms.bean(Consents.class).decide(subject, Purpose.WEARABLES, true);
    }
  }

  private static String told(RoomsUnderTest rooms, String subject) {
    RecordQuestion question = new RecordQuestion(
        RecordQuestion.Part.MEASURE,
        RecordQuestion.Aspect.LAST,
        List.of("steps"),
        "",
        " how many steps did i take ",
        null,
        null);
    return String.join(
        " ",
        rooms
            .bean(RecordDesk.class)
            .tell(Viewer.patient(subject), question, Language.ENGLISH)
            .orElseThrow()
            .lines()
            .stream()
            .map(Told::text)
            .toList());
  }

  private static List<String> sections(RoomsUnderTest rooms, String subject) {
    return rooms.bean(RecordDesk.class).sections(Viewer.patient(subject), Language.ENGLISH).stream()
        .map(RecordSection::title)
        .toList();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void nothingLiesInTheOpenAndAllGoesWithItsSubject(TestDatabase database) {
    RoomsUnderTest rooms = rooms(database);
    String subject = rooms.patient("maria-alvarez").id();
    take(rooms, "maria-alvarez", steps(2, 3, 7777));

    byte[] kept = rooms
        .bean(JdbcClient.class)
        .sql("select rows_sealed from measured_page where subject_id = :s")
        .param("s", subject)
        .query((row, n) -> row.getBytes(1))
        .list()
        .getFirst();
    assertThat(new String(kept, StandardCharsets.ISO_8859_1))
        .doesNotContain("7777")
        .doesNotContain("Watch");
    PersonalData mine = rooms.bean(MeasuredPersonalData.class);
    assertThat(mine.export(subject))
        .hasSize(1)
        .hasEntrySatisfying(
            "measurements/41950-7-2026-11.txt", text -> assertThat(text).contains("7777"));

    String other = rooms.patient("robert-hayes").id();
    mine.link(subject, other);
    assertThat(mine.export(subject)).isEmpty();
    assertThat(mine.export(other)).hasSize(1);
    mine.erase(other);
    assertThat(mine.export(other)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatBreaksOffKeepsWhatCameBefore(TestDatabase database) {
    RoomsUnderTest rooms = rooms(database);
    String subject = rooms.patient("priya-nair").id();
    String whole = "{\"records\": [" + steps(1, 9, 3000) + "]}";
    byte[] half = whole.substring(0, whole.length() - 60).getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() ->
            rooms.bean(MeasurementImports.class).take(subject, new ByteArrayInputStream(half)))
        .isInstanceOfSatisfying(
            ImportRefusedException.class, e -> assertThat(e.isBusy()).isFalse());
    assertThat(rooms.bean(MeasurementImports.class).progress(subject).state())
        .isEqualTo(ImportProgress.State.BROKEN);
    assertThat(take(rooms, "priya-nair", steps(1, 9, 3000)).imported())
        .as("it goes on where it broke off")
        .isEqualTo(1);
  }
}
