package org.healthassistant.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsCheckTest {

  @TempDir
  Path directory;

  @Test
  void findsNothingWrongWithoutAnySetting() {
    assertThat(faults(Map.of())).isEmpty();
  }

  @Test
  void reportsAllFaultsTogetherEachWithWhatToDo() {
    assertThat(faults(Map.of(
            "assistant.turn.time-budgte", "20s",
            "assistant.turn.time-budget", "-1s",
            "assistant.sms.provider", "pigeon",
            "assistant.clock", "yesterday",
            "assistant.record.directory", directory.resolve("nowhere").toString())))
        .hasSize(5)
        .anySatisfy(f -> assertThat(f).contains("did you mean 'assistant.turn.time-budget'"))
        .anySatisfy(f -> assertThat(f).contains("longer than zero"))
        .anySatisfy(f -> assertThat(f).contains("[none, demo, twilio, kannel]"))
        .anySatisfy(f -> assertThat(f).contains("RFC 3339"))
        .anySatisfy(f -> assertThat(f).contains("no readable folder"));
  }

  @Test
  void namesWhatAProviderNeeds() {
    assertThat(faults(Map.of("assistant.sms.provider", "kannel"))).hasSize(5);
    assertThat(faults(Map.of("assistant.sms.provider", "twilio")))
        .hasSize(4)
        .allSatisfy(f -> assertThat(f).endsWith("is needed with the provider twilio"));
    assertThat(faults(Map.of("assistant.model.provider", "openai")))
        .containsExactlyInAnyOrder(
            "'assistant.model.name' is needed with a model",
            "'assistant.model.base-url' is needed with the provider openai");
  }

  @Test
  void refusesAWatchdogThatLooksTooSeldom() {
    assertThat(faults(Map.of("assistant.escalation.watchdog.every", "10s"))).isEmpty();
    assertThat(faults(Map.of("assistant.escalation.watchdog.every", "1m")))
        .singleElement()
        .satisfies(f -> assertThat(f).contains("10s at most"));
  }

  @Test
  void refusesAScreenThatStaysOpenForTooLong() {
    assertThat(faults(Map.of("assistant.workspace.idle-lock", "15m"))).isEmpty();
    assertThat(faults(Map.of("assistant.workspace.idle-lock", "1h")))
        .singleElement()
        .satisfies(f -> assertThat(f).contains("15m at most"));
  }

  @Test
  void refusesDemoModeOnAnotherAddressThanLoopback() {
    assertThat(faults(Map.of("server.address", "0.0.0.0")))
        .singleElement()
        .satisfies(f -> assertThat(f).contains("demo mode listens on loopback only"));
  }

  @Test
  void neverRepeatsASecret() {
    assertThat(faults(Map.of("assistant.crypto.master-key", "my-secret-value")))
        .singleElement()
        .satisfies(f -> assertThat(f).doesNotContain("my-secret-value").contains("openssl rand"));
  }

  private java.util.List<String> faults(Map<String, String> values) {
    Map<String, String> all = new HashMap<>(values);
    all.put("assistant.data-directory", directory.toString());
    return SettingsCheck.faults(all);
  }
}
