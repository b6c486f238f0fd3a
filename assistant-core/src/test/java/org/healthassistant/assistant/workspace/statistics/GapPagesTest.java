package org.healthassistant.assistant.workspace.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.TestService;
import org.healthassistant.assistant.library.ContentGaps;
import org.healthassistant.assistant.store.ClinicalClock;
import org.healthassistant.assistant.workspace.ProviderBrowser;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class GapPagesTest {

  private static final String PATH = "/workspace/statistics/gaps";
  private static final String NOT_COVERED = "who won the world cup of football in 1998?";

  private final TestService service;
  private final ProviderBrowser ana;
  private final ProviderBrowser lee;

  GapPagesTest(TestDatabase database) {
    service = TestService.on(database);
    ana = ProviderBrowser.of(service, "nurse-ana");
    lee = ProviderBrowser.of(service, "admin-lee");
  }

  @AfterEach
  void hangUp() {
    ana.close();
    lee.close();
  }

  @Test
  void countsWhatWasAskedAndNotCoveredAndKeepsNoWordOfIt() {
    long before = asked();
    String conversation = service.begin("tom-becker");
    String action =
        service.say("tom-becker", conversation, NOT_COVERED).get("action").asString();
    assertThat(action).isEqualTo("decline");
    service.say("tom-becker", conversation, "what can I eat with type 2 diabetes?");

    assertThat(asked()).as("the one alone").isEqualTo(before + 1);
    assertThat(lee.get(PATH).body())
        .contains("Asked and not covered", "No topic comes near")
        .doesNotContain("football", "??", " style=");
    assertThat(lee.get("/workspace/statistics").body()).contains(PATH);
  }

  @Test
  void tellsTopicsByHowOftenTheyWereAsked() {
    ContentGaps gaps = service.bean(ContentGaps.class);
    for (int i = 0; i < 30; i++) {
      gaps.count("often", Language.SPANISH);
    }
    gaps.count("once", Language.ENGLISH);

    assertThat(lee.get(PATH + ".csv").body().lines().toList())
        .startsWith("topic,language,asked")
        .contains("often,es,30", "once,en,1")
        .satisfies(lines ->
            assertThat(lines.indexOf("often,es,30")).isLessThan(lines.indexOf("once,en,1")));
    assertThat(lee.get(PATH + ".csv?from=2020-01-01&to=2020-01-02").body())
        .isEqualTo("topic,language,asked\r\n");
  }

  @Test
  void isForAdministratorsAlone() {
    assertThat(ana.get(PATH).statusCode()).isEqualTo(403);
    assertThat(ana.get(PATH + ".csv").statusCode()).isEqualTo(403);
    assertThat(ana.get("/workspace/statistics").body()).doesNotContain(PATH);
    assertThat(lee.get(PATH + "?from=yesterday").statusCode()).isEqualTo(400);
  }

  private long asked() {
    LocalDate today = service.bean(ClinicalClock.class).today();
    return service.bean(ContentGaps.class).between(today, today).stream()
        .filter(gap -> gap.topic().equals(ContentGaps.OTHER))
        .mapToLong(ContentGaps.Gap::asked)
        .sum();
  }
}
