package org.healthassistant.assistant.record.measured;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.patient.Consents;
import org.healthassistant.assistant.patient.Purpose;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.record.RecordDesk;
import org.healthassistant.assistant.record.RecordFact;
import org.healthassistant.assistant.record.RecordSection;
import org.healthassistant.assistant.record.RoomsUnderTest;
import org.healthassistant.assistant.record.Viewer;
import org.healthassistant.assistant.record.spoken.ToldReading;
import org.healthassistant.assistant.record.spoken.ToldReadingReader;
import org.healthassistant.assistant.record.told.RecordQuestion;
import org.healthassistant.assistant.record.told.RecordQuestion.Aspect;
import org.healthassistant.assistant.record.told.RecordQuestion.Part;
import org.healthassistant.assistant.record.told.Told;
import org.healthassistant.connector.wearable.Measured;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What patients told, once it is kept, on both databases.
class ToldReadingsKeptTest {

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

  private static List<ToldReading> told(String text, String at) {
    return ToldReadingReader.read(text, OffsetDateTime.parse(at));
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void areToldAndShownAsReportedWithoutConsentToWearables(TestDatabase database) {
    RoomsUnderTest rooms = Objects.requireNonNull(ROOMS.get(database));
    Subject dana = rooms.patient("dana-whitfield");
    rooms.bean(Consents.class).decide(dana.id(), Purpose.WEARABLES, false);
    ToldReadings readings = rooms.bean(ToldReadings.class);
    List<ToldReading> pressure = told("my bp is 131/82", "2026-11-24T08:30:00Z");

    assertThat(readings.keep(dana, pressure)).hasSize(1);
    assertThat(readings.keep(dana, told("my bp is 131/82", "2026-11-24T08:55:00Z")))
        .as("the same is kept once")
        .isEmpty();

    RecordQuestion question = new RecordQuestion(
        Part.MEASURE, Aspect.LAST, List.of("blood-pressure"), " ", " ", null, null);
    RecordDesk desk = rooms.bean(RecordDesk.class);
    assertThat(desk.tell(Viewer.patient(dana.id()), question, Language.ENGLISH)
            .orElseThrow()
            .lines())
        .extracting(Told::text)
        .first()
        .asString()
        .contains("131/82 mmHg")
        .endsWith("You reported it yourself.");
    assertThat(desk.sections(Viewer.patient(dana.id()), Language.SPANISH))
        .flatExtracting(RecordSection::entries)
        .extracting(RecordSection.Entry::text)
        .contains("presión arterial: 131/82 mmHg (dicho por usted)");
    assertThat(desk.clinicalSummary(dana.id()))
        .extracting(RecordFact::text)
        .anySatisfy(
            text -> assertThat(text).contains("131/82").contains("reported by the patient"));

    assertThat(readings.takeOut(dana, pressure)).isEqualTo(pressure);
    assertThat(readings.takeOut(dana, pressure)).isEmpty();
    assertThat(desk.tell(Viewer.patient(dana.id()), question, Language.ENGLISH)
            .orElseThrow()
            .lines())
        .extracting(Told::text)
        .noneSatisfy(text -> assertThat(text).contains("reported it yourself"));
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void takenOutTheyHideNoneOfAnEarlierMonth(TestDatabase database) {
    RoomsUnderTest rooms = Objects.requireNonNull(ROOMS.get(database));
    Subject dana = rooms.patient("dana-whitfield");
    ToldReadings readings = rooms.bean(ToldReadings.class);
    List<ToldReading> later = told("my oxygen is 94", "2026-11-20T08:30:00Z");
    readings.keep(dana, told("my oxygen is 97", "2026-10-20T08:30:00Z"));
    readings.keep(dana, later);

    readings.takeOut(dana, later);

    assertThat(rooms.bean(MeasuredReadings.class).latestTold(dana.id()))
        .anySatisfy(reading -> assertThat(reading.value()).isEqualByComparingTo("97"));
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void stayBesideAPageThatCannotBeOpenedWhichStaysAsItIs(TestDatabase database) {
    RoomsUnderTest rooms = Objects.requireNonNull(ROOMS.get(database));
    Subject hale = rooms.patient("robert-hayes");
    ToldReadings readings = rooms.bean(ToldReadings.class);
    List<ToldReading> second = told("my oxygen is 95", "2026-10-21T08:30:00Z");
    readings.keep(hale, told("my oxygen is 98", "2026-10-20T08:30:00Z"));
    byte[] spoilt = {1, 2, 3};
    rooms
        .bean(JdbcClient.class)
        .sql("update measured_page set rows_sealed = :spoilt where subject_id = :s")
        .param("spoilt", spoilt)
        .param("s", hale.id())
        .update();

    readings.keep(hale, second);
    readings.keep(hale, told("my oxygen is 93", "2026-10-22T08:30:00Z"));

    assertThat(pages(rooms, hale)).containsOnlyKeys("2026-10", "2026-10.2");
    assertThat(pages(rooms, hale)).containsEntry("2026-10", spoilt);
    assertThat(values(rooms, hale)).containsExactly("95", "93");
    assertThat(readings.keep(hale, second)).as("the same is kept once").isEmpty();
    assertThat(rooms.bean(MeasuredReadings.class).latestTold(hale.id()))
        .anySatisfy(reading -> assertThat(reading.value()).isEqualByComparingTo("93"));

    assertThat(readings.takeOut(hale, second)).isEqualTo(second);
    assertThat(values(rooms, hale)).containsExactly("93");
    assertThat(pages(rooms, hale)).containsEntry("2026-10", spoilt);
  }

  private static Map<String, byte[]> pages(RoomsUnderTest rooms, Subject subject) {
    return rooms
        .bean(JdbcClient.class)
        .sql("select page_month, rows_sealed from measured_page where subject_id = :s")
        .param("s", subject.id())
        .query((row, n) -> Map.entry(row.getString(1), row.getBytes(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static List<String> values(RoomsUnderTest rooms, Subject subject) {
    return rooms
        .bean(MeasuredReadings.class)
        .told(subject.id(), List.of(Measured.OXYGEN.loinc()))
        .stream()
        .map(reading ->
            Objects.requireNonNull(reading.value()).stripTrailingZeros().toPlainString())
        .toList();
  }
}
