package org.healthassistant.assistant.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.store.Transactions;
import org.healthassistant.assistant.testing.TestRooms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class PhoneNumbersTest {

  private static final AtomicInteger NEXT = new AtomicInteger(2_000);

  private final TestRooms rooms;
  private final PhoneNumbers numbers;

  PhoneNumbersTest(TestDatabase database) {
    rooms = PatientRooms.on(database);
    numbers = rooms.bean(PhoneNumbers.class);
  }

  @ParameterizedTest
  @CsvSource({
    "+12025550143, +12025550143",
    "' (202) 555-0143 ', +12025550143",
    "12025550143, +12025550143",
    "250788123456, +250788123456",
    "0016175550125, +16175550125",
    "+44 20 7946 0958, +442079460958"
  })
  void readsANumberAsPeopleAndGatewaysWriteIt(String written, String e164) {
    assertThat(numbers.e164(written)).contains(e164);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "911 please", "stop", "+1", "12"})
  void takesNothingElseForANumber(String written) {
    assertThat(numbers.e164(written)).isEmpty();
  }

  @Test
  void makesANumberNotSeenBeforeASubjectOfItsOwnOnce() {
    String number = next();
    PhoneNumbers.Known known = findOrCreate(number);
    assertThat(known.linked()).isFalse();
    assertThat(rooms.bean(Subjects.class).get(known.subjectId()).isPatient()).isFalse();
    assertThat(findOrCreate(number).subjectId()).isEqualTo(known.subjectId());
  }

  @Test
  void keepsNoNumberInTheOpen() {
    String number = next();
    PhoneNumbers.Known known = findOrCreate(number);
    assertThat(known.numberHash()).hasSize(64).doesNotContain(number.substring(1));
    assertThat(new String(known.sealed().bytes(), StandardCharsets.ISO_8859_1))
        .doesNotContain(number.substring(1));
    assertThat(numbers.open(known)).isEqualTo(number);
  }

  @Test
  void linksANumberToAPatientUnlessItIsKnown() {
    Subject patient = rooms.bean(Subjects.class).ensurePatient("patient-" + Ids.next());
    String own = next();
    String somebodys = next();
    PhoneNumbers.Known before = findOrCreate(somebodys);

    numbers.linkPatient(own, patient);
    numbers.linkPatient(somebodys, patient);

    assertThat(numbers.forSubject(patient.id()))
        .singleElement()
        .satisfies(known -> assertThat(known.linked()).isTrue())
        .extracting(numbers::open)
        .isEqualTo(own);
    assertThat(numbers.find(before.numberHash()).orElseThrow().subjectId())
        .isEqualTo(before.subjectId());
    assertThat(numbers.forPatients())
        .extracting(PhoneNumbers.Known::numberHash)
        .contains(numbers.hashOf(own))
        .doesNotContain(before.numberHash());
  }

  @Test
  void givesTheNumbersOfASubjectInTheOrderInWhichTheyBecameKnown() {
    Subject patient = rooms.bean(Subjects.class).ensurePatient("patient-" + Ids.next());
    String first = next();
    String second = next();
    numbers.linkPatient(first, patient);
    rooms.pass(Duration.ofSeconds(1));
    numbers.linkPatient(second, patient);
    assertThat(numbers.forSubject(patient.id()).stream().map(numbers::open))
        .containsExactly(first, second);
  }

  @Test
  void keepsAnOptOutAndItsEnd() {
    PhoneNumbers.Known number = findOrCreate(next());
    Instant at = rooms.now();
    optOut(number, at);
    assertThat(numbers.find(number.numberHash()).orElseThrow().optedOutAt()).contains(at);
    rooms.bean(Transactions.class).durable(() -> numbers.optIn(number.numberHash(), rooms.now()));
    assertThat(numbers.find(number.numberHash()).orElseThrow().optedOutAt()).isEmpty();
  }

  @Test
  void passesOverAnOptOutOfATextThatIsOlderThanTheLastStart() {
    PhoneNumbers.Known number = findOrCreate(next());
    Instant start = rooms.now();
    rooms.bean(Transactions.class).durable(() -> {
      numbers.optIn(number.numberHash(), start);
      numbers.optOutSince(number.numberHash(), start.minusSeconds(1), start.plusSeconds(9));
    });
    assertThat(numbers.find(number.numberHash()).orElseThrow().optedOutAt()).isEmpty();

    rooms
        .bean(Transactions.class)
        .durable(() -> numbers.optOutSince(number.numberHash(), start, start.plusSeconds(9)));
    assertThat(numbers.find(number.numberHash()).orElseThrow().optedOutAt())
        .contains(start.plusSeconds(9));
  }

  @Test
  void holdsARowToItsNumber() {
    PhoneNumbers.Known one = findOrCreate(next());
    PhoneNumbers.Known other = findOrCreate(next());
    rooms
        .bean(JdbcClient.class)
        .sql("update phone_number set number_sealed = :bytes, key_id = :key where number_hash = :h")
        .param("bytes", other.sealed().bytes())
        .param("key", other.sealed().keyId())
        .param("h", one.numberHash())
        .update();
    PhoneNumbers.Known moved = numbers.find(one.numberHash()).orElseThrow();
    assertThatThrownBy(() -> numbers.open(moved)).hasMessageContaining("PT-002");
  }

  private PhoneNumbers.Known findOrCreate(String number) {
    return rooms.bean(Transactions.class).durable(() -> numbers.findOrCreate(number));
  }

  private void optOut(PhoneNumbers.Known number, Instant at) {
    rooms.bean(Transactions.class).durable(() -> numbers.optOut(number.numberHash(), at));
  }

  private static String next() {
    return "+1202555" + NEXT.getAndIncrement();
  }
}
