package org.healthassistant.assistant.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.healthassistant.assistant.ClinicService;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.access.TestIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Sessions stand in the database: the end of a process ends none, two instances have the same,
/// and nobody who reads the rows learns who is signed in or can make a cookie.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class SharedSessionsTest {

  private static final Map<String, Object> ANA =
      Map.of("sub", "ana", "name", "Ana", "realm_access", Map.of("roles", List.of("RN")));

  private final Map<String, Object> database;

  SharedSessionsTest(TestDatabase kind) {
    database = kind.fresh();
  }

  @Test
  @Timeout(120)
  void areSharedByTwoInstancesAndOutliveTheOneThatBeganThem() throws Exception {
    try (TestIssuer issuer = TestIssuer.start();
        ClinicService other = ClinicService.start(issuer, database, Map.of())) {
      issuer.signsIn(ANA);
      PersonBrowser there;
      try (ClinicService one = ClinicService.start(issuer, database, Map.of());
          PersonBrowser here = new PersonBrowser(one.baseUrl())) {
        assertThat(here.open("/workspace").statusCode()).isEqualTo(200);
        there = here.at(other.baseUrl());
        assertThat(there.get("/workspace").body()).contains("Ana Reyes, RN");
        lockingHereEndsWhatIsShownThere(here, there);
        here.open("/sign-in?again&to=/workspace");
        there = here.at(other.baseUrl());
      }
      assertThat(there.get("/workspace").statusCode()).isEqualTo(200);
      signingOutHereEndsTheAlarmsThere(there, there.at(other.baseUrl()));
      rowsTellNobodyAnything(other, there);
    }
  }

  private static void lockingHereEndsWhatIsShownThere(PersonBrowser here, PersonBrowser there)
      throws Exception {
    try (BufferedReader rows = lines(there, "/workspace/events")) {
      rows.readLine();
      here.post("/workspace/lock", "");
      rows.lines().forEach(line -> {}); // Until its end; one that stays open fails by the time-out.
    }
    assertThat(there.get("/workspace").headers().firstValue("Location").orElse(""))
        .contains("/workspace/locked");
  }

  private static void signingOutHereEndsTheAlarmsThere(PersonBrowser here, PersonBrowser there)
      throws Exception {
    try (BufferedReader alarms = lines(there, "/workspace/alarms")) {
      alarms.readLine();
      here.post("/sign-out", "");
      alarms.lines().forEach(line -> {});
    }
    assertThat(there.get("/workspace").statusCode()).isEqualTo(302);
  }

  private static void rowsTellNobodyAnything(ClinicService service, PersonBrowser browser) {
    JdbcClient jdbc = service.bean(JdbcClient.class);
    PersonBrowser again = new PersonBrowser(service.baseUrl());
    again.open("/workspace");
    List<byte[]> kept = jdbc.sql("select attribute_bytes from page_session_attributes")
        .query((row, n) -> row.getBytes(1))
        .list();
    assertThat(kept)
        .isNotEmpty()
        .allSatisfy(bytes -> assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
            .doesNotContain("ana", "Ana", "PROVIDER", "eyJ"));
    String id = jdbc.sql("select session_id from page_session order by creation_time desc limit 1")
        .query(String.class)
        .single();
    assertThat(again.get("/workspace").statusCode()).isEqualTo(200);
    PersonBrowser thief = browser.forged(service.baseUrl(), id);
    assertThat(thief.get("/workspace").statusCode()).isEqualTo(302);
    thief.close();
    again.close();
  }

  private static BufferedReader lines(PersonBrowser browser, String path) {
    return new BufferedReader(new InputStreamReader(browser.stream(path), StandardCharsets.UTF_8));
  }
}
