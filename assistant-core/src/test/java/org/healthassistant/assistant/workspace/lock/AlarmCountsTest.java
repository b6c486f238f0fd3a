package org.healthassistant.assistant.workspace.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.workspace.dossier.DossierSamples;
import org.junit.jupiter.api.Test;

class AlarmCountsTest {

  @Test
  void countsWhatNobodyHasAcknowledgedAndTheEmergenciesAmongIt() {
    AlarmCounts counts = AlarmCounts.of(
        List.of(
            one(Level.EMERGENCY, Escalation.State.OPEN),
            one(Level.EMERGENCY, Escalation.State.ACKNOWLEDGED),
            one(Level.SAME_DAY, Escalation.State.NOTIFIED)),
        true);

    assertThat(counts).isEqualTo(new AlarmCounts(2, 1, DossierSamples.OPENED.toEpochMilli(), true));
  }

  @Test
  void knowsNoNewestEmergencyWhereNoneWaits() {
    assertThat(AlarmCounts.of(List.of(one(Level.ROUTINE, Escalation.State.OPEN)), false))
        .isEqualTo(new AlarmCounts(1, 0, 0, false));
    assertThat(AlarmCounts.of(List.of(), false)).isEqualTo(new AlarmCounts(0, 0, 0, false));
  }

  private static Escalation one(Level level, Escalation.State state) {
    return DossierSamples.escalation(level, state, Optional.of("nurse-ana"));
  }
}
