package org.healthassistant.assistant.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.testing.TestRooms;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SealingTest {

  private static final String TEXT = "me duele el pecho 😟";

  @ParameterizedTest
  @EnumSource
  void opensOnlyAtThePlaceItWasSealedForAndWithItsOwnKey(TestDatabase database) {
    TestRooms service = PatientRooms.on(database);
    Sealing sealing = service.bean(Sealing.class);
    Subjects subjects = service.bean(Subjects.class);
    Subject one = subjects.ensurePatient("sealing-" + Ids.next());
    Subject other = subjects.ensurePatient("sealing-" + Ids.next());
    AssociatedData place = new AssociatedData("message", "text", Ids.next());
    Sealed sealed = sealing.seal(one, place, TEXT);
    assertThat(sealing.open(sealed, place)).isEqualTo(TEXT);
    assertThat(new String(sealed.bytes(), StandardCharsets.UTF_8)).doesNotContain("pecho");
    assertThatThrownBy(
            () -> sealing.open(sealed, new AssociatedData("message", "text", Ids.next())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("PT-002");
    assertThatThrownBy(() -> sealing.open(new Sealed(sealed.bytes(), other.keyId()), place))
        .isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @EnumSource
  void makesASubjectOnceHoweverOftenItIsAskedFor(TestDatabase database) {
    Subjects subjects = PatientRooms.on(database).bean(Subjects.class);
    String patient = "once-" + Ids.next();
    assertThat(subjects.ensurePatient(patient)).isEqualTo(subjects.ensurePatient(patient));
  }
}
