package org.healthassistant.assistant.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.patient.PhoneNumbers;
import org.healthassistant.assistant.patient.PhoneNumbers.Known;
import org.healthassistant.assistant.store.Transactions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Links between numbers and patients follow the records at every import.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class NumberLinksTest {

  private static final String NUMBER = "+12025550177";
  private static final String OTHER = "+12025550178";

  private final TestDatabase database;

  @TempDir
  Path directory;

  private RoomsUnderTest rooms;
  private long written;

  NumberLinksTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() throws IOException {
    write("ann", mobile(NUMBER));
    write("ben", mobile(OTHER));
    rooms = RoomsUnderTest.on(database, Map.of("assistant.record.directory", directory.toString()));
  }

  @AfterEach
  void close() {
    rooms.close();
  }

  @Test
  void linkANumberOfOneRecord() {
    assertThat(known(NUMBER).orElseThrow().linked()).isTrue();
    assertThat(owner(NUMBER)).isEqualTo(rooms.patient("ann").id());
  }

  @Test
  void unlinkANumberThatComesIntoASecondRecord() throws IOException {
    write("ben", mobile(OTHER) + "," + mobile(NUMBER));
    importAgain();
    Known known = known(NUMBER).orElseThrow();
    assertThat(known.linked()).isFalse();
    assertThat(known.shared()).isTrue();
    assertThat(known.subjectId())
        .isNotEqualTo(rooms.patient("ann").id())
        .isNotEqualTo(rooms.patient("ben").id());
    write("ben", mobile(OTHER));
    importAgain();
    assertThat(owner(NUMBER)).isEqualTo(rooms.patient("ann").id());
    assertThat(known(NUMBER).orElseThrow().shared()).isFalse();
  }

  @Test
  void unlinkANumberThatIsAnotherPatientsNumberAtHome() throws IOException {
    write("ben", "{\"system\": \"phone\", \"use\": \"home\", \"value\": \"(202) 555-0177\"}");
    importAgain();
    assertThat(known(NUMBER).orElseThrow().linked()).isFalse();
  }

  @Test
  void moveANumberThatTheRecordsGiveToAnotherPatient() throws IOException {
    write("ann", mobile(NUMBER).replace("mobile", "old"));
    write("ben", mobile(NUMBER));
    importAgain();
    assertThat(owner(NUMBER)).isEqualTo(rooms.patient("ben").id());
    assertThat(known(NUMBER).orElseThrow().linked()).isTrue();
    assertThat(rooms.bean(PhoneNumbers.class).open(known(NUMBER).orElseThrow())).isEqualTo(NUMBER);
    assertThat(known(OTHER).orElseThrow().linked()).isFalse();
  }

  @Test
  void unlinkANumberWhosePeriodEnded() throws IOException {
    write(
        "ann",
        mobile(NUMBER).replace("\"value\"", "\"period\": {\"end\": \"2022-02-02\"}, \"value\""));
    importAgain();
    assertThat(known(NUMBER).orElseThrow().linked()).isFalse();
  }

  @Test
  void linkANumberThatWroteBeforeItsRecordCame() throws IOException {
    String early = "+12025550179";
    Known before = rooms
        .bean(Transactions.class)
        .durable(() -> rooms.bean(PhoneNumbers.class).findOrCreate(early));
    assertThat(before.linked()).isFalse();
    write("cara", mobile(early));
    importAgain();
    assertThat(owner(early)).isEqualTo(rooms.patient("cara").id());
    assertThat(known(early).orElseThrow().linked()).isTrue();
    assertThat(rooms.bean(PhoneNumbers.class).open(known(early).orElseThrow())).isEqualTo(early);
  }

  @Test
  void keepTheNumberOfAPatientWhoseFileIsGoneOrBroken() throws IOException {
    Files.delete(directory.resolve("ann.json"));
    importAgain();
    assertThat(owner(NUMBER)).isEqualTo(rooms.patient("ann").id());
    Files.writeString(directory.resolve("ben.json"), "{");
    importAgain();
    assertThat(known(OTHER).orElseThrow().linked()).isTrue();
  }

  private void importAgain() {
    rooms.bean(RecordImport.class).run();
  }

  private Optional<Known> known(String number) {
    PhoneNumbers numbers = rooms.bean(PhoneNumbers.class);
    return numbers.find(numbers.hashOf(number));
  }

  private String owner(String number) {
    return known(number).orElseThrow().subjectId();
  }

  private static String mobile(String number) {
    return "{\"system\": \"phone\", \"use\": \"mobile\", \"value\": \"%s\"}".formatted(number);
  }

  private void write(String id, String telecom) throws IOException {
    Path file = directory.resolve(id + ".json");
    Files.writeString(file, """
        {"resourceType": "Bundle", "type": "collection", "entry": [
          {"resource": {"resourceType": "Patient", "id": "%s", "name": [{"text": "X"}], "telecom": [%s]}}]}
        """.formatted(id, telecom));
    Files.setLastModifiedTime(
        file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(written++)));
  }
}
