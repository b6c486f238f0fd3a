package org.healthassistant.assistant.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.testing.TestRooms;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConsentsTest {

  @ParameterizedTest
  @EnumSource
  void grantsNothingUntilAskedAndThenTheLatestWordCounts(TestDatabase database) {
    TestRooms service = PatientRooms.on(database);
    Consents consents = service.bean(Consents.class);
    String subject =
        service.bean(Subjects.class).ensurePatient("consent-" + Ids.next()).id();
    assertThat(consents.forSubject(subject)).hasSize(Purpose.values().length);
    assertThat(consents.granted(subject, Purpose.RECORD)).isFalse();
    consents.decide(subject, Purpose.RECORD, true);
    assertThat(consents.granted(subject, Purpose.RECORD)).isTrue();
    assertThat(consents.granted(subject, Purpose.CHAT)).isFalse();
    consents.decide(subject, Purpose.RECORD, false);
    assertThat(consents.granted(subject, Purpose.RECORD)).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void givesTheLatestWordOnEveryPurposeInTheirOrder(TestDatabase database) {
    TestRooms rooms = PatientRooms.on(database);
    Consents consents = rooms.bean(Consents.class);
    String subject =
        rooms.bean(Subjects.class).ensurePatient("consent-" + Ids.next()).id();
    consents.decide(subject, Purpose.SMS, true);
    consents.decide(subject, Purpose.RECORD, true);
    rooms.pass(Duration.ofMinutes(1));
    consents.decide(subject, Purpose.SMS, false);

    assertThat(consents.forSubject(subject))
        .extracting(Consents.Consent::purpose)
        .containsExactly(Purpose.values());
    assertThat(consents.forSubject(subject))
        .filteredOn(consent -> consent.at().isPresent())
        .containsExactly(
            new Consents.Consent(
                Purpose.RECORD,
                true,
                Consents.VERSION,
                Optional.of(rooms.now().minus(Duration.ofMinutes(1)))),
            new Consents.Consent(Purpose.SMS, false, Consents.VERSION, Optional.of(rooms.now())));
  }
}
