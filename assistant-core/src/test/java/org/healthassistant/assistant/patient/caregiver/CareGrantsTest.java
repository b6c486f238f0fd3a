package org.healthassistant.assistant.patient.caregiver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.testing.TestRooms;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class CareGrantsTest {

  private static final CarePerson LUCIA =
      new CarePerson("lucia", "Lucia Alvarez", List.of("DAU"), "daughter");
  private static final CarePerson JOAN = new CarePerson("joan", "Joan Hayes", List.of(), null);

  @ParameterizedTest
  @EnumSource
  void givesNothingUntilSaidAndThenTheLatestWordCounts(TestDatabase database) {
    TestRooms rooms = TestRooms.with("store", "patient").sharedOn(database);
    CareGrants grants = rooms.bean(CareGrants.class);
    Subject subject = subject(rooms);
    assertThat(grants.parts(subject.id(), "lucia")).isEmpty();
    assertThat(grants.find(subject.id(), "lucia")).isEmpty();

    grants.decide(subject, LUCIA, Set.of(CarePart.RESULTS, CarePart.MEDICINES));
    grants.decide(subject, JOAN, Set.of(CarePart.MESSAGES));
    grants.decide(subject, LUCIA, Set.of(CarePart.MEDICINES));

    assertThat(grants.parts(subject.id(), "lucia")).containsExactly(CarePart.MEDICINES);
    assertThat(grants.forSubject(subject.id()))
        .containsExactly(
            new CareGrant(LUCIA, Set.of(CarePart.MEDICINES), rooms.now()),
            new CareGrant(JOAN, Set.of(CarePart.MESSAGES), rooms.now()));

    grants.decide(subject, LUCIA, Set.of());
    assertThat(grants.parts(subject.id(), "lucia")).isEmpty();
    assertThat(grants.find(subject.id(), "lucia").orElseThrow().isGiven()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void keepsNamesSealedAndGoesOnWithoutOneThatIsSpoilt(TestDatabase database) {
    TestRooms rooms = TestRooms.with("store", "patient").sharedOn(database);
    CareGrants grants = rooms.bean(CareGrants.class);
    Subject subject = subject(rooms);
    grants.decide(subject, LUCIA, Set.of(CarePart.RESULTS));
    JdbcClient jdbc = rooms.bean(JdbcClient.class);
    byte[] kept = jdbc.sql("select person_sealed from caregiver_grant where subject_id = :s")
        .param("s", subject.id())
        .query((row, number) -> row.getBytes(1))
        .single();
    assertThat(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("Lucia");

    kept[kept.length - 1] ^= 1;
    jdbc.sql("update caregiver_grant set person_sealed = :bytes where subject_id = :s")
        .param("bytes", kept)
        .param("s", subject.id())
        .update();

    assertThat(grants.find(subject.id(), "lucia").orElseThrow().person().name()).isEqualTo("lucia");
    assertThat(grants.parts(subject.id(), "lucia")).containsExactly(CarePart.RESULTS);
  }

  private static Subject subject(TestRooms rooms) {
    return rooms.bean(Subjects.class).ensurePatient("care-" + Ids.next());
  }
}
