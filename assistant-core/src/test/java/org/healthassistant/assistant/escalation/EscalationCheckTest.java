package org.healthassistant.assistant.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.healthassistant.assistant.team.TeamReading;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ByteArrayResource;

class EscalationCheckTest {

  private static final Map<String, String> PRODUCTION = Map.of(
      "assistant.identity.issuer", "https://login.example",
      "assistant.escalation.webhook.url", "https://pager.example",
      "assistant.escalation.team.people[0].id", "ana",
      "assistant.escalation.team.people[0].role", "nurse",
      "assistant.escalation.team.shifts[0].people", "ana",
      "assistant.escalation.team.shifts[0].from", "00:00",
      "assistant.escalation.team.shifts[0].to", "24:00");

  @Test
  void findsNothingWrongInDemoModeNorWithAFullSchedule() {
    assertThat(faults(Map.of())).isEmpty();
    assertThat(faults(PRODUCTION)).isEmpty();
  }

  @Test
  void refusesProductionWithoutPeopleOrShiftsOrChannel() {
    assertThat(faults(Map.of("assistant.identity.issuer", "https://login.example")))
        .singleElement()
        .satisfies(f -> assertThat(f).contains("assistant.escalation.team.people"));
    Map<String, String> bare = new HashMap<>(PRODUCTION);
    bare.keySet().removeIf(key -> key.contains("shifts") || key.contains("webhook"));
    assertThat(faults(bare))
        .hasSize(2)
        .anySatisfy(f -> assertThat(f).contains("assistant.escalation.team.shifts"))
        .anySatisfy(f -> assertThat(f).contains("no channel reaches ana"));
  }

  @Test
  void refusesProductionWithAnHourWithNobodyOnDutyAndNamesIt() {
    Map<String, String> gap = new HashMap<>(PRODUCTION);
    gap.put("assistant.escalation.team.shifts[0].days", "mon,tue,wed,thu,fri,sat");
    gap.put("assistant.escalation.team.shifts[1].people", "ana");
    gap.put("assistant.escalation.team.shifts[1].days", "sunday");
    gap.put("assistant.escalation.team.shifts[1].from", "06:00");
    gap.put("assistant.escalation.team.shifts[1].to", "02:00");

    assertThat(faults(gap))
        .singleElement()
        .satisfies(f -> assertThat(f).startsWith("Sunday 00:00–06:00 has nobody on duty"));
    gap.remove("assistant.identity.issuer");
    assertThat(faults(gap)).isEmpty();
  }

  @Test
  void namesWhatIsWrongWithStepsAndFields() {
    assertThat(faults(Map.of(
            "assistant.escalation.steps[0].level", "routine",
            "assistant.escalation.steps[0].who", "somebody",
            "assistant.escalation.steps[1].level", "emergency",
            "assistant.escalation.steps[1].who", "on-call,role:surgeon",
            "assistant.escalation.steps[1].channels", "pigeon",
            "assistant.escalation.steps[1].after", "soon",
            "assistant.escalation.repeat.emergency", "1ms")))
        .anySatisfy(f -> assertThat(f).contains("steps[0].level"))
        .anySatisfy(f -> assertThat(f).contains("'somebody'"))
        .anySatisfy(f -> assertThat(f).contains("'role:surgeon'"))
        .anySatisfy(f -> assertThat(f).contains("'pigeon'"))
        .anySatisfy(f -> assertThat(f).contains("steps[1].after"))
        .anySatisfy(f -> assertThat(f).contains("repeat.emergency"));
  }

  @Test
  void acceptsTheExampleOfThePageOnOperations() throws IOException {
    Path page = Path.of("docs/operations.md");
    String operations =
        Files.readString(Files.exists(page) ? page : Path.of("assistant-core").resolve(page));
    String example = operations.substring(operations.indexOf("## Who is paged"));
    int start = example.indexOf("```yaml") + "```yaml".length();
    String yaml = example.substring(start, example.indexOf("```", start))
        + "\nassistant.identity.issuer: https://login.example\n";
    StandardEnvironment environment = new StandardEnvironment();
    new YamlPropertySourceLoader()
        .load("operations", new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)))
        .forEach(environment.getPropertySources()::addFirst);

    assertThat(EscalationCheck.faults(environment)).isEmpty();
    assertThat(TeamReading.of(environment, ZoneId.of("America/New_York")).team().members())
        .hasSize(2);
  }

  private static List<String> faults(Map<String, String> settings) {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(new MapPropertySource("test", new HashMap<String, Object>(settings)));
    return EscalationCheck.faults(environment);
  }
}
