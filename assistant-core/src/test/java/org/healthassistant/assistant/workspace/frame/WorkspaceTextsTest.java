package org.healthassistant.assistant.workspace.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkspaceTextsTest {

  private final WorkspaceTexts texts = TestTexts.english();

  @Test
  void saysACodeInItsWordAndACodeWithoutAWordAsItIs() {
    assertThat(texts.word("level", "SAME_DAY")).isEqualTo("Same day");
    assertThat(texts.word("level", "PURPLE")).isEqualTo("PURPLE");
  }

  @Test
  void joinsCategoriesInTheirOrderAndNamesTheirAbsence() {
    assertThat(texts.categories(List.of("stroke", "chest-pain")))
        .isEqualTo("Stroke signs, Chest pain");
    assertThat(texts.categories(List.of())).isEqualTo("No category");
  }

  @Test
  void offersEveryCategoryThatCanWaitByTheOrderOfItsWord() {
    assertThat(texts.allCategories())
        .containsEntry("chest-pain", "Chest pain")
        .doesNotContainKeys("none", "self-care");
    assertThat(List.copyOf(texts.allCategories().values())).isSorted();
  }

  @Test
  void namesPeopleByTheTeamAndTheTwoWhoAreNotInIt() {
    assertThat(texts.person("nurse-ana")).isEqualTo("Ana Reyes");
    assertThat(texts.person("patient")).isEqualTo("Patient");
    assertThat(texts.person("system")).isEqualTo("Assistant");
    assertThat(texts.person("who-left")).isEqualTo("who-left");
  }

  @Test
  void tellsTheDayOnlyWhereItIsNotTodayOnTheClinicsClock() {
    assertThat(texts.time(TestTexts.NOW)).isEqualTo("11:15");
    assertThat(texts.time(Instant.parse("2026-11-24T06:00:00Z"))).isEqualTo("00:00");
    assertThat(texts.time(Instant.parse("2026-11-24T05:59:00Z"))).isEqualTo("Nov 23, 23:59");
  }

  @Test
  void tellsSpansInTheLargestUnitThatFits() {
    assertThat(span(Duration.ofMinutes(-5))).isEqualTo("0 min");
    assertThat(span(Duration.ofSeconds(119))).isEqualTo("1 min");
    assertThat(span(Duration.ofMinutes(59))).isEqualTo("59 min");
    assertThat(span(Duration.ofMinutes(60))).isEqualTo("1 h 0 min");
    assertThat(span(Duration.ofMinutes(47 * 60 + 59))).isEqualTo("47 h 59 min");
    assertThat(span(Duration.ofHours(48))).isEqualTo("2 d");
  }

  private String span(Duration time) {
    return texts.span(TestTexts.NOW, TestTexts.NOW.plus(time));
  }
}
