package org.healthassistant.assistant.workspace.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.EscalationRooms;
import org.healthassistant.assistant.escalation.Escalations;
import org.healthassistant.assistant.safety.Level;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AlarmCountsTest {

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void countsWhatNobodyHasAcknowledgedAndTheEmergenciesAmongIt(TestDatabase database) {
    try (EscalationRooms rooms = EscalationRooms.on(database, Map.of())) {
      Escalation first = rooms.emergency();
      rooms.pass(Duration.ofMinutes(1));
      Instant newest = rooms.now();
      rooms.emergency();
      rooms.pass(Duration.ofMinutes(1));
      rooms.write(rooms.conversation(), Level.SAME_DAY, "chest-pain");
      Escalation taken = rooms.emergency();
      rooms.desk().acknowledge(taken.id(), EscalationRooms.ANA);

      assertThat(counts(rooms, true)).isEqualTo(new AlarmCounts(3, 2, newest.toEpochMilli(), true));
      assertThat(first.levelAt()).isBefore(newest);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void knowsNoNewestEmergencyWhereNoneWaits(TestDatabase database) {
    try (EscalationRooms rooms = EscalationRooms.on(database, Map.of())) {
      assertThat(counts(rooms, false)).isEqualTo(new AlarmCounts(0, 0, 0, false));
      rooms.write(rooms.conversation(), Level.ROUTINE, "routine");
      assertThat(counts(rooms, false)).isEqualTo(new AlarmCounts(1, 0, 0, false));
    }
  }

  private static AlarmCounts counts(EscalationRooms rooms, boolean locked) {
    return AlarmCounts.of(rooms.bean(Escalations.class).waiting(), locked);
  }
}
