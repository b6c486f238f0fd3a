package org.healthassistant.assistant.record.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.testing.TestRooms;
import org.healthassistant.connector.Secret;
import org.healthassistant.connector.fhir.server.FhirServerSettings.PatientToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class HandedTokensTest {

  private static final String TOKEN = "eyJhbGciOiJub25lIn0.a-portals-token";
  private static final Duration LONG = Duration.ofHours(8);

  @ParameterizedTest
  @EnumSource
  void areSealedWhereTheyStand(TestDatabase database) {
    TestRooms rooms = rooms(database);
    Subject subject = subject(rooms);
    HandedTokens tokens = rooms.bean(HandedTokens.class);

    tokens.keep(subject, new Secret(TOKEN), "patient/*.rs", LONG);

    byte[] stored = rooms
        .bean(JdbcClient.class)
        .sql("select token_sealed from record_token where subject_id = :subject")
        .param("subject", subject.id())
        .query((row, n) -> row.getBytes("token_sealed"))
        .single();
    assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("portals-token");
    assertThat(tokens.find(subject.id()))
        .hasValueSatisfying(found -> assertThat(found.value().reveal()).isEqualTo(TOKEN));
  }

  @ParameterizedTest
  @EnumSource
  void areKeptForAnHourAtMostAndTheLastOneCounts(TestDatabase database) {
    TestRooms rooms = rooms(database);
    Subject subject = subject(rooms);
    HandedTokens tokens = rooms.bean(HandedTokens.class);

    tokens.keep(subject, new Secret("before"), "patient/*.rs", LONG);
    tokens.keep(subject, new Secret(TOKEN), "patient/*.rs", LONG);

    PatientToken found = tokens.find(subject.id()).orElseThrow();
    assertThat(found.value().reveal()).isEqualTo(TOKEN);
    assertThat(found.until()).isBeforeOrEqualTo(rooms.now().plus(Duration.ofHours(1)));
  }

  @Test
  void areOfUseOnlyWhereTheirScopesLetSomethingBeRead() {
    assertThat(PatientToken.readsAny("openid launch/patient patient/*.rs")).isTrue();
    assertThat(PatientToken.readsAny("openid profile launch/patient")).isFalse();
  }

  private static TestRooms rooms(TestDatabase database) {
    return TestRooms.with("store", "patient", "audit", "record").sharedOn(database);
  }

  private static Subject subject(TestRooms rooms) {
    return rooms.bean(Subjects.class).ensurePatient("handed-" + Ids.next());
  }
}
