package org.healthassistant.assistant.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.store.Transactions;
import org.healthassistant.assistant.testing.TestRooms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class SubjectsTest {

  private static final AtomicInteger NUMBERS = new AtomicInteger(2_000);

  private final TestRooms rooms;
  private final Subjects subjects;

  SubjectsTest(TestDatabase database) {
    rooms = PatientRooms.on(database);
    subjects = rooms.bean(Subjects.class);
  }

  @Test
  void findsAPatientByTheRecordsIdAndByOurs() {
    String patient = "patient-" + Ids.next();
    assertThat(subjects.findPatient(patient)).isEmpty();
    Subject made = subjects.ensurePatient(patient);
    assertThat(made.isPatient()).isTrue();
    assertThat(made.createdAt()).isEqualTo(rooms.now());
    assertThat(subjects.findPatient(patient)).contains(made);
    assertThat(subjects.get(made.id())).isEqualTo(made);
  }

  @Test
  void saysWhichSubjectIsMissing() {
    assertThat(subjects.find("nobody")).isEmpty();
    assertThatThrownBy(() -> subjects.get("nobody"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("nobody");
  }

  @Test
  void givesEachSubjectAKeyOfItsOwn() {
    Subject one = subjects.ensurePatient("patient-" + Ids.next());
    Subject other = subjects.ensurePatient("patient-" + Ids.next());
    assertThat(one.keyId()).isNotEqualTo(other.keyId());
  }

  @Test
  void letsOneTransactionAtATimeHoldASubject() throws Exception {
    Transactions transactions = rooms.bean(Transactions.class);
    String subject = subjects.ensurePatient("patient-" + Ids.next()).id();
    CountDownLatch held = new CountDownLatch(1);
    AtomicBoolean ended = new AtomicBoolean();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = threads.submit(() -> transactions.durable(() -> {
        subjects.lock(subject);
        held.countDown();
        subjects.findPatient("patient-unknown");
        ended.set(true);
      }));
      assertThat(held.await(5, TimeUnit.SECONDS)).isTrue();
      transactions.durable(() -> {
        subjects.lock(subject);
        assertThat(ended).as("the first transaction has ended").isTrue();
      });
      first.get(Duration.ofSeconds(5).toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  @Test
  void handsOverTheRowsOfTheNamedTablesOnly() {
    Subject from = subjects.ensurePatient("patient-" + Ids.next());
    Subject to = subjects.ensurePatient("patient-" + Ids.next());
    rooms.bean(Consents.class).decide(from.id(), Purpose.CHAT, true);
    String number = "+1202556" + NUMBERS.getAndIncrement();
    rooms.bean(PhoneNumbers.class).linkPatient(number, from);

    rooms
        .bean(Transactions.class)
        .durable(() -> subjects.handOver(Set.of("phone_number"), from.id(), to.id()));

    assertThat(rooms.bean(PhoneNumbers.class).forSubject(from.id())).isEmpty();
    assertThat(rooms.bean(PhoneNumbers.class).forSubject(to.id()))
        .extracting(known -> rooms.bean(PhoneNumbers.class).open(known))
        .containsExactly(number);
    assertThat(rooms.bean(Consents.class).granted(from.id(), Purpose.CHAT)).isTrue();
    assertThat(rooms.bean(Consents.class).granted(to.id(), Purpose.CHAT)).isFalse();
  }
}
