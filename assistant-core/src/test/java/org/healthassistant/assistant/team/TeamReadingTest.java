package org.healthassistant.assistant.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class TeamReadingTest {

  @Test
  void hasADemoTeamThatIsAlwaysOnDuty() {
    TeamReading reading = read(Map.of());

    assertThat(reading.faults()).isEmpty();
    assertThat(reading.gaps()).isEmpty();
    assertThat(reading.team().onDuty(Instant.parse("2026-11-24T03:00:00Z")))
        .extracting(Member::id)
        .containsExactly("nurse-ana");
    assertThat(reading.team().owners(List.of("suicide-active")))
        .extracting(Team::id)
        .containsExactly("behavioral");
    assertThat(reading.team().owners(List.of("chest-pain")))
        .extracting(Team::id)
        .containsExactly("primary");
  }

  @Test
  void readsShiftsAlsoWhereYamlMadeNumbersOfTimes() {
    TeamReading reading = read(Map.of(
        "people[0].id", "ana",
        "people[0].role", "nurse",
        "shifts[0].people", "ana",
        "shifts[0].days", "mon,tuesday",
        "shifts[0].from", "1080",
        "shifts[0].to", "08:00"));

    assertThat(reading.faults()).isEmpty();
    assertThat(reading.gaps())
        .containsExactly(
            "Monday 00:00–18:00", "Tuesday 08:00–18:00", "Wednesday 08:00–Monday 00:00");
  }

  @Test
  void namesEveryFaultAtOnce() {
    TeamReading reading = read(Map.ofEntries(
        Map.entry("people[0].id", "ana"),
        Map.entry("people[0].role", "nursing"),
        Map.entry("people[0].phone", "555-0100"),
        Map.entry("people[0].teams", "nowhere"),
        Map.entry("people[1].id", "ana"),
        Map.entry("people[1].role", "nurse"),
        Map.entry("shifts[0].people", "bob"),
        Map.entry("shifts[0].days", "noday"),
        Map.entry("shifts[0].from", "8 o'clock"),
        Map.entry("shifts[0].to", "24:00"),
        Map.entry("holidays", "christmas")));

    assertThat(reading.faults())
        .hasSize(8)
        .anySatisfy(f -> assertThat(f).contains("people[0].role").contains("physician"))
        .anySatisfy(f -> assertThat(f).contains("people[0].phone").doesNotContain("555-0100"))
        .anySatisfy(f -> assertThat(f).contains("unknown team 'nowhere'"))
        .anySatisfy(f -> assertThat(f).contains("people[1].id"))
        .anySatisfy(f -> assertThat(f).contains("unknown person 'bob'"))
        .anySatisfy(f -> assertThat(f).contains("noday"))
        .anySatisfy(f -> assertThat(f).contains("shifts[0].from").contains("08:00"))
        .anySatisfy(f -> assertThat(f).contains("christmas"));
  }

  private static TeamReading read(Map<String, String> settings) {
    Map<String, Object> all = new HashMap<>();
    settings.forEach((key, value) -> all.put(TeamReading.PREFIX + "." + key, value));
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("test", all));
    return TeamReading.of(environment, ZoneId.of("America/New_York"));
  }
}
