package org.healthassistant.assistant.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.store.TimeStamps;
import org.healthassistant.assistant.testing.TestRooms;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class ConsentsTest {

  @ParameterizedTest
  @EnumSource
  void grantsNothingUntilAskedAndThenTheLatestWordCounts(TestDatabase database) {
    TestRooms service = PatientRooms.on(database);
    Consents consents = service.bean(Consents.class);
    String subject =
        service.bean(Subjects.class).ensurePatient("consent-" + Ids.next()).id();
    assertThat(consents.forSubject(subject)).hasSize(Purpose.values().length);
    assertThat(consents.granted(subject, Purpose.RECORD)).isFalse();
    consents.decide(subject, Purpose.RECORD, true);
    assertThat(consents.granted(subject, Purpose.RECORD)).isTrue();
    assertThat(consents.granted(subject, Purpose.CHAT)).isFalse();
    consents.decide(subject, Purpose.RECORD, false);
    assertThat(consents.granted(subject, Purpose.RECORD)).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void letsAWithdrawalCountWhoseClockIsBehindTheGrants(TestDatabase database) {
    TestRooms rooms = PatientRooms.on(database);
    Consents consents = rooms.bean(Consents.class);
    String subject =
        rooms.bean(Subjects.class).ensurePatient("consent-" + Ids.next()).id();
    Instant ahead = rooms.now().plus(Duration.ofMinutes(10));
    rooms.at(ahead);
    consents.decide(subject, Purpose.RECORD, true);
    rooms.at(ahead.minus(Duration.ofMinutes(10)));
    consents.decide(subject, Purpose.RECORD, false);

    assertThat(consents.granted(subject, Purpose.RECORD)).isFalse();
    assertThat(consents.forSubject(subject))
        .filteredOn(consent -> consent.purpose() == Purpose.RECORD)
        .containsExactly(new Consents.Consent(
            Purpose.RECORD, false, Consents.VERSION, Optional.of(rooms.now())));
  }

  /// Ids of two processes stand in no order within a millisecond, so they say nothing either.
  @ParameterizedTest
  @EnumSource
  void keepsTheOrderOfDecisionsOfOneMillisecondWhateverTheirIds(TestDatabase database) {
    TestRooms rooms = PatientRooms.on(database);
    Consents consents = rooms.bean(Consents.class);
    JdbcClient jdbc = rooms.bean(JdbcClient.class);
    String subject =
        rooms.bean(Subjects.class).ensurePatient("consent-" + Ids.next()).id();
    consents.decide(subject, Purpose.RECORD, true);
    jdbc.sql("update consent set id = 'ffffffff-' || substring(id, 10) where subject_id = :subject")
        .param("subject", subject)
        .update();
    consents.decide(subject, Purpose.RECORD, false);

    assertThat(consents.granted(subject, Purpose.RECORD)).isFalse();
    assertThat(consents.forSubject(subject)).noneMatch(Consents.Consent::granted);
  }

  /// What the version before wrote counts as it did there, and before all that comes after.
  @ParameterizedTest
  @EnumSource
  void ordersWhatIsStoredByItsTimeAndBeforeWhatFollows(TestDatabase database) {
    DriverManagerDataSource source =
        new DriverManagerDataSource(String.valueOf(database.fresh().get("spring.datasource.url")));
    Flyway.configure().dataSource(source).target("15").load().migrate();
    JdbcClient jdbc = JdbcClient.create(source);
    Instant at = Instant.parse("2026-11-24T10:00:00Z");
    jdbc.sql("insert into subject (id, key_id, created_at) values ('s', 'k', :at)")
        .param("at", TimeStamps.bind(at))
        .update();
    insert(jdbc, "3", true, at.plusSeconds(60));
    insert(jdbc, "2", false, at.plusSeconds(120));
    insert(jdbc, "1", true, at);

    Flyway.configure().dataSource(source).load().migrate();
    insert(jdbc, "0", true, at.minusSeconds(60)); // as an instance of the version before still does

    assertThat(
            jdbc.sql("select id from consent order by seq").query(String.class).list())
        .containsExactly("1", "3", "2", "0");
  }

  private static void insert(JdbcClient jdbc, String id, boolean granted, Instant at) {
    jdbc.sql("""
        insert into consent (id, subject_id, purpose, granted, version, at)
        values (:id, 's', 'record', :granted, '1', :at)
        """)
        .param("id", id)
        .param("granted", granted)
        .param("at", TimeStamps.bind(at))
        .update();
  }

  @ParameterizedTest
  @EnumSource
  void givesTheLatestWordOnEveryPurposeInTheirOrder(TestDatabase database) {
    TestRooms rooms = PatientRooms.on(database);
    Consents consents = rooms.bean(Consents.class);
    String subject =
        rooms.bean(Subjects.class).ensurePatient("consent-" + Ids.next()).id();
    consents.decide(subject, Purpose.SMS, true);
    consents.decide(subject, Purpose.RECORD, true);
    rooms.pass(Duration.ofMinutes(1));
    consents.decide(subject, Purpose.SMS, false);

    assertThat(consents.forSubject(subject))
        .extracting(Consents.Consent::purpose)
        .containsExactly(Purpose.values());
    assertThat(consents.forSubject(subject))
        .filteredOn(consent -> consent.at().isPresent())
        .containsExactly(
            new Consents.Consent(
                Purpose.RECORD,
                true,
                Consents.VERSION,
                Optional.of(rooms.now().minus(Duration.ofMinutes(1)))),
            new Consents.Consent(Purpose.SMS, false, Consents.VERSION, Optional.of(rooms.now())));
  }
}
