package org.healthassistant.assistant.escalation.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.TestService;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.workspace.FreshEscalation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EscalationTimesReaderTest {

  private static final String ANA = "nurse-ana";

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void readsFirstTimesAndTheEarliestPromise(TestDatabase database) {
    TestService service = TestService.on(database);
    FreshEscalation fresh =
        FreshEscalation.of(service, "priya-nair", "I want to talk to a person please");
    EscalationTimes before = read(service, fresh);
    assertThat(before.level()).isEqualTo(Level.ROUTINE);
    assertThat(before.promisedBy()).isEqualTo(before.created().plus(Duration.ofHours(48)));
    assertThat(before.acknowledged()).isEmpty();

    service.say("priya-nair", fresh.conversation(), "my chest hurts really bad");
    fresh.act(ANA, "contact", "{\"how\":\"call\",\"reached\":false}");
    EscalationTimes raised = read(service, fresh);
    assertThat(raised.level()).isEqualTo(Level.EMERGENCY);
    assertThat(raised.promisedBy()).isBefore(before.created().plus(Duration.ofMinutes(16)));
    assertThat(raised.acknowledged()).isPresent();
    assertThat(raised.contacted()).isEmpty();

    fresh.act(ANA, "contact", "{\"how\":\"call\",\"reached\":true}");
    fresh.act(ANA, "level", "{\"level\":\"ROUTINE\",\"reason\":\"muscle\"}");
    fresh.act(ANA, "resolve", "{\"outcome\":\"advised\",\"alertRight\":false}");
    EscalationTimes after = read(service, fresh);
    assertThat(after.level()).isEqualTo(Level.EMERGENCY);
    assertThat(after.promisedBy()).isEqualTo(raised.promisedBy());
    assertThat(after.acknowledged()).isEqualTo(raised.acknowledged());
    assertThat(after.contacted()).isPresent();
    assertThat(after.resolved()).isPresent();
    assertThat(after.right()).contains(false);
    assertThat(after.loweredTo()).contains(Level.ROUTINE);
    assertThat(after.missed(Instant.MAX)).isFalse();
  }

  private static EscalationTimes read(TestService service, FreshEscalation fresh) {
    Instant now = service.bean(RealClock.class).instant();
    return service
        .bean(EscalationTimesReader.class)
        .between(now.minus(Duration.ofHours(1)), now.plus(Duration.ofHours(1)))
        .stream()
        .filter(one -> one.id().equals(fresh.id()))
        .findFirst()
        .orElseThrow();
  }
}
