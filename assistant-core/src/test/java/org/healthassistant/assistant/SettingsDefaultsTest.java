package org.healthassistant.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class SettingsDefaultsTest {

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

  @Test
  void namesTheMembersOfAListsElementForAnUnknownOne() {
    assertThat(faults(Map.of(
            "assistant.escalation.team.shifts[0].form", "08:00",
            "assistant.escalation.team.shifts[0].from", "08:00",
            "assistant.escalation.team.shifts[0].to", "08:00",
            "assistant.escalation.team.shifts[0].people", "nurse-ana")))
        .singleElement()
        .satisfies(f -> assertThat(f).contains("shifts[0].form").contains("holidays"));
  }

  @Test
  void needsAMasterKeyOutsideOfDemoModeAndNoDemoPhone() {
    assertThat(faults(Map.of(
            "assistant.identity.issuer", "https://login.example",
            "assistant.sms.provider", "demo")))
        .anySatisfy(f -> assertThat(f)
            .isEqualTo("'assistant.crypto.master-key' is needed outside of demo mode"
                + " (32 random bytes in Base64)"))
        .anySatisfy(f -> assertThat(f)
            .startsWith("'assistant.sms.provider' is demo, which works only in demo mode"))
        .anySatisfy(f -> assertThat(f).startsWith("'assistant.escalation.team.people' is needed"));
  }

  @Test
  void refusesAProxyThatIsNoAddress() {
    assertThat(faults(Map.of("assistant.proxies", "10.1.0.0/16, ::1,proxy.example,10.0.0.1/64")))
        .singleElement()
        .satisfies(f -> assertThat(f).startsWith("'assistant.proxies' names '"));
  }

  @Test
  void reportsASettingThatCannotBeReadOnlyOnce() {
    assertThat(faults(Map.of("assistant.escalation.repeat.emergency", "soon")))
        .containsExactly("'assistant.escalation.repeat.emergency' must be a duration such as 30s,"
            + " 15m or 4h, got 'soon'");
  }

  private List<String> faults(Map<String, String> values) {
    Map<String, Object> all = new HashMap<>(values);
    all.put("assistant.data-directory", directory.toString());
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("test", all));
    try {
      new SettingsDefaults().postProcessEnvironment(environment, new SpringApplication());
      return List.of();
    } catch (WrongSettingsException wrong) {
      return wrong.faults();
    }
  }
}
