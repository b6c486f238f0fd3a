package org.healthassistant.assistant.workspace.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.TestService;
import org.healthassistant.assistant.workspace.FreshEscalation;
import org.healthassistant.assistant.workspace.ProviderBrowser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StatisticsPagesTest {

  private static final String PATH = "/workspace/statistics";

  private final TestService service = TestService.on(TestDatabase.H2);
  private final ProviderBrowser ana = ProviderBrowser.of(service, "nurse-ana");
  private final ProviderBrowser lee = ProviderBrowser.of(service, "admin-lee");

  @AfterEach
  void hangUp() {
    ana.close();
    lee.close();
  }

  @Test
  void showsFiguresAndAnEmptyPeriodAndAuditsTheLook() {
    judged("robert-hayes", false);
    int before = audited("statistics-viewed");

    assertThat(lee.get(PATH).body())
        .contains("Emergency", "nine of ten within", "chest-pain-01", "Missed targets")
        .doesNotContain("Hayes", "??", " style=");
    assertThat(ana.get(PATH + "?from=2020-01-01&to=2020-01-02").body())
        .contains("Nothing was escalated in this period.");
    assertThat(audited("statistics-viewed")).isEqualTo(before + 2);
  }

  @Test
  void refusesPeriodsThatAreNoneOrTooLong() {
    for (String file : List.of("", "/levels.csv", "/rules.csv", "/alerts.jsonl")) {
      for (String period :
          List.of("?from=yesterday", "?to=%2B999999999-12-31", "?from=2020-01-01&to=2026-01-01")) {
        assertThat(lee.get(PATH + file + period).statusCode()).as(file + period).isEqualTo(400);
      }
    }
  }

  @Test
  void givesTheFiguresAsCsvWithAHeader() {
    judged("robert-hayes", false);

    HttpResponse<String> levels = ana.get(PATH + "/levels.csv");
    String rules = ana.get(PATH + "/rules.csv").body();

    assertThat(levels.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    assertThat(levels.headers().firstValue("Content-Disposition").orElse(""))
        .contains("attachment", ".csv");
    assertThat(levels.body().lines().toList())
        .first()
        .asString()
        .startsWith("from,to,level,escalations,open,missed,first_page_number,");
    assertThat(levels.body()).contains(",EMERGENCY,").endsWith("\r\n");
    assertThat(rules)
        .startsWith("from,to,rule,judged,false_alarms,false_alarm_percent\r\n")
        .contains(",chest-pain-01,");
  }

  @Test
  void exportsJudgedAlertsWithoutWords() {
    FreshEscalation right = judged("robert-hayes", true);
    FreshEscalation wrong = judged("tom-becker", false);

    String lines = ana.get(PATH + "/alerts.jsonl").body();

    assertThat(lines).doesNotContain("\"text\"", "hurts");
    assertThat(line(lines, right).get("level").asString()).isEqualTo("EMERGENCY");
    assertThat(line(lines, right).get("alertRight").asBoolean()).isTrue();
    assertThat(line(lines, wrong).has("level")).isFalse();
    assertThat(line(lines, wrong).get("screened").asString()).isEqualTo("EMERGENCY");
    assertThat(line(lines, wrong).get("rules").toString()).contains("chest-pain-01");
    assertThat(line(lines, wrong).get("lang").asString()).isEqualTo("en");
  }

  @Test
  void addsTheWordsForAnAdministratorWhereThePatientAgreedToResearchAndAuditsIt() {
    FreshEscalation agreed = judged("dana-whitfield", true);
    FreshEscalation silent = judged("tom-becker", true);
    consent("dana-whitfield", true);
    int before = audited("alert-words-exported");

    assertThat(ana.get(PATH + "/alerts.jsonl?words=true").statusCode()).isEqualTo(403);
    String lines = lee.get(PATH + "/alerts.jsonl?words=true").body();

    assertThat(line(lines, agreed).get("text").asString()).isEqualTo("my chest hurts really bad");
    assertThat(line(lines, silent).has("text")).isFalse();
    assertThat(audited("alert-words-exported")).isGreaterThan(before);
    consent("dana-whitfield", false);
    assertThat(lee.get(PATH + "/alerts.jsonl?words=true").body()).doesNotContain("\"text\"");
  }

  private FreshEscalation judged(String patient, boolean right) {
    FreshEscalation fresh = FreshEscalation.of(service, patient, "my chest hurts really bad");
    fresh.act("nurse-ana", "contact", "{\"how\":\"call\",\"reached\":true}");
    fresh.act("nurse-ana", "resolve", "{\"outcome\":\"advised\",\"alertRight\":" + right + "}");
    return fresh;
  }

  private void consent(String patient, boolean granted) {
    service.send(
        "PUT",
        "/api/v1/me/consents",
        service.token(patient),
        "{\"purpose\":\"research\",\"granted\":" + granted + "}");
  }

  private static JsonNode line(String lines, FreshEscalation of) {
    List<String> found = lines.lines().filter(one -> one.contains(of.id())).toList();
    assertThat(found).hasSize(1);
    return JsonMapper.builder().build().readTree(found.getFirst());
  }

  private int audited(String action) {
    return service
        .bean(JdbcClient.class)
        .sql("select count(*) from audit_event where action = :action")
        .param("action", action)
        .query(Integer.class)
        .single();
  }
}
