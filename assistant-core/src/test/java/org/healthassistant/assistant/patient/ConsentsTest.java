package org.healthassistant.assistant.patient;

import static org.assertj.core.api.Assertions.assertThat;

import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.TestService;
import org.healthassistant.assistant.store.Ids;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConsentsTest {

  @ParameterizedTest
  @EnumSource
  void grantsNothingUntilAskedAndThenTheLatestWordCounts(TestDatabase database) {
    TestService service = TestService.on(database);
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
}
