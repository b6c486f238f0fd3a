package org.healthassistant.assistant.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ByteArrayResource;

class SettingsCheckTest {

  @TempDir
  Path directory;

  @ParameterizedTest(name = "{0}={1}")
  @CsvSource(delimiter = '|', textBlock = """
      assistant.answers.enabled              | yes             | must be true or false
      assistant.base-url                     | ftp://x.org     | must be an http or https address
      assistant.base-url                     | example.org     | must be an http or https address
      assistant.clock                        | 2026-11-24      | must be an RFC 3339 time
      assistant.embedding.english-directory  | /nowhere/at/all | names no readable folder
      assistant.escalation.reply-within.routine | 0s           | must be longer than zero
      assistant.escalation.watchdog.every    | 0s              | must be longer than zero and 10s at most
      assistant.escalation.watchdog.every    | 11s             | must be longer than zero and 10s at most
      assistant.escalation.watchdog.heartbeat-url | x          | must be an http or https address
      assistant.escalation.webhook.secret    | whsec_x         | is needed with a webhook's secret
      assistant.escalation.webhook.url       | https://p.example | is needed with a webhook
      assistant.identity.issuer              | login           | must be an http or https address
      assistant.model.provider               | oracle          | must be one of [none, openai, anthropic, ollama]
      assistant.model.temperature            | 2.5             | must be 0 to 2
      assistant.model.temperature            | warm            | must be a number
      assistant.model.timeout                | 0s              | must be longer than zero
      assistant.region                       | FR              | must be one of [US]
      assistant.time-zone                    | Mars            | must be a time zone
      assistant.turn.messages-per-minute     | -1              | must not be negative
      assistant.turn.messages-per-minute     | 1.5             | must be a whole number
      assistant.workspace.call-after.other   | 0s              | must be longer than zero
      assistant.workspace.idle-lock          | 0s              | 15m at most
      assistant.workspace.idle-lock          | -1m             | 15m at most
      assistant.workspace.idle-lock          | 16m             | 15m at most
      """)
  void saysWhatAWrongValueMustBe(String key, String value, String must) {
    assertThat(faults(Map.of(key, value)))
        .singleElement()
        .satisfies(fault -> assertThat(fault).contains(must));
  }

  @Test
  void knowsASettingByItsEnvironmentVariableAndNoOther() {
    assertThat(faultsOfVariables(Map.of("ASSISTANT_WORKSPACE_IDLELOCK", "1h")))
        .singleElement()
        .satisfies(fault -> assertThat(fault).contains("idle-lock").contains("15m at most"));
    assertThat(faultsOfVariables(Map.of(
            "ASSISTANT_ESCALATION_TEAM_PEOPLE_0_ID", "ana",
            "ASSISTANT_ANSWERS_ENABLED", "true")))
        .isEmpty();
    assertThat(faultsOfVariables(Map.of("ASSISTANT_ANSWERS_ENABLE", "true")))
        .singleElement()
        .satisfies(fault -> assertThat(fault).contains("did you mean 'assistant.answers.enabled'"));
  }

  @Test
  void takesAListAsYamlByIndexOrWithCommas() throws java.io.IOException {
    PropertySource<?> yaml = new YamlPropertySourceLoader()
        .load("yaml", new ByteArrayResource("""
            assistant.embed.origins:
              - https://one.example
              - https://two.example
            """.getBytes(StandardCharsets.UTF_8)))
        .getFirst();
    PropertySource<?> commas = new MapPropertySource(
        "commas", Map.of("assistant.embed.origins", "https://one.example,https://two.example"));
    PropertySource<?> variables = variables(Map.of(
        "ASSISTANT_EMBED_ORIGINS_0", "https://one.example",
        "ASSISTANT_EMBED_ORIGINS_1", "https://two.example"));

    for (PropertySource<?> source : List.of(yaml, commas, variables)) {
      StandardEnvironment environment = environment(source);
      assertThat(SettingsCheck.faults(environment)).as(source.getName()).isEmpty();
      assertThat(Binder.get(environment)
              .bind("assistant.embed.origins", Bindable.listOf(String.class))
              .get())
          .as(source.getName())
          .containsExactly("https://one.example", "https://two.example");
    }
  }

  @Test
  void takesABlankValueForUnset() {
    assertThat(faults(Map.of("assistant.workspace.idle-lock", "", "assistant.base-url", "")))
        .isEmpty();
  }

  @Test
  void repeatsNoSecretThatIsWrong() {
    assertThat(faults(Map.of("assistant.crypto.master-key", "hunter2-hunter2")))
        .singleElement()
        .satisfies(fault -> assertThat(fault).doesNotContain("hunter2").contains("openssl rand"));
  }

  private List<String> faults(Map<String, String> values) {
    Map<String, Object> all = new HashMap<>(values);
    all.put("assistant.data-directory", directory.toString());
    return SettingsCheck.faults(environment(new MapPropertySource("test", all)));
  }

  private static List<String> faultsOfVariables(Map<String, String> values) {
    return SettingsCheck.faults(environment(variables(values)));
  }

  private static PropertySource<?> variables(Map<String, String> values) {
    return new SystemEnvironmentPropertySource(
        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, new HashMap<>(values));
  }

  private static StandardEnvironment environment(PropertySource<?> source) {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
    environment.getPropertySources().addFirst(Objects.requireNonNull(source));
    return environment;
  }
}
