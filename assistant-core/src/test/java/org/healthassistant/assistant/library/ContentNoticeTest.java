package org.healthassistant.assistant.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.TestService;
import org.junit.jupiter.api.Test;

class ContentNoticeTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  @Test
  void saysLoudlyThatNothingMayBeShownAndWhatToDo() {
    assertThat(ContentNotice.text("r1", new Library.Shown(18, 0, DAY, false)))
        .get()
        .asString()
        .contains("NO QUESTION WILL BE ANSWERED", "18 articles", "release r1", "2026-11-24")
        .contains("knowledge-index approve", "assistant.knowledge.allow-starter=true");
    assertThat(ContentNotice.text("r1", new Library.Shown(18, 0, DAY, true)))
        .get()
        .asString()
        .doesNotContain("allow-starter");
  }

  @Test
  void saysNothingWhereAnyArticleMayBeShown() {
    assertThat(ContentNotice.text("r1", new Library.Shown(18, 1, DAY, false))).isEmpty();
  }

  @Test
  void countsWhatMayBeShownOnTheClinicalDay() {
    Library library = TestService.on(TestDatabase.H2).bean(Library.class);

    Library.Shown shown = library.shown();

    assertThat(shown.articles()).isGreaterThanOrEqualTo(18);
    assertThat(shown.eligible()).isPositive().isLessThanOrEqualTo(shown.articles());
  }
}
