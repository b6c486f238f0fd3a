package org.healthassistant.assistant.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.Map;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.Transactions;
import org.healthassistant.assistant.testing.TestKeys;
import org.healthassistant.assistant.testing.TestRooms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class SubjectKeysTest {

  private static final AssociatedData PLACE = new AssociatedData("message", "text", "m1");

  private final TestRooms rooms;
  private final Subject subject;
  private final Sealed sealed;

  SubjectKeysTest(TestDatabase database) {
    rooms = PatientRooms.on(database);
    subject = rooms.bean(Subjects.class).ensurePatient("patient-" + Ids.next());
    sealed = rooms.bean(Sealing.class).seal(subject, PLACE, "it hurts");
  }

  @Test
  void opensAKeyAgainAfterARestart() throws Exception {
    assertThat(sealing(TestKeys.MASTER).open(sealed, PLACE)).isEqualTo("it hurts");
  }

  @Test
  void readsNothingOfAnErasedSubject() {
    PersonalData data = rooms.bean(PatientData.class);
    rooms.bean(Transactions.class).durable(() -> data.erase(subject.id()));
    assertThatThrownBy(() -> sealing(TestKeys.MASTER).open(sealed, PLACE))
        .isInstanceOf(KeyDestroyedException.class)
        .hasMessageContaining(subject.keyId());
  }

  @Test
  void namesTheWayOutWhereTheMasterKeyIsAnother() {
    String another = Base64.getEncoder().encodeToString(new byte[MasterKey.BYTES]);
    assertThatThrownBy(() -> sealing(another).open(sealed, PLACE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll("PT-005", "start with the master key the data was written with");
  }

  @Test
  void refusesToStartWithAnotherMasterKeyThanTheDataHas() {
    String another = Base64.getEncoder().encodeToString(new byte[MasterKey.BYTES]);
    keys(TestKeys.MASTER).refuseAnotherMasterKey();
    assertThatThrownBy(() -> keys(another).refuseAnotherMasterKey())
        .isInstanceOf(WrongMasterKeyException.class)
        .hasMessageContaining("PT-007");
  }

  @Test
  void refusesAMasterKeyOfAnotherLength() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MasterKey(new byte[16]))
        .withMessageContainingAll("32", "16");
  }

  @Test
  void hashesTheSameValueApartForEachUse() {
    KeyedHash hash = rooms.bean(KeyedHash.class);
    assertThat(hash.hash("phone", "+12025550143"))
        .matches("[0-9a-f]{64}")
        .isEqualTo(hash.hash("phone", "+12025550143"))
        .isNotEqualTo(hash.hash("text", "+12025550143"))
        .isNotEqualTo(hash.hash("phone", "+12025550144"));
  }

  @Test
  void exportsNumbersAndConsentsInTheOpen() {
    rooms.bean(Consents.class).decide(subject.id(), Purpose.RECORD, true);
    Map<String, String> files = rooms.bean(PatientData.class).export(subject.id());
    assertThat(files).containsOnlyKeys("numbers.json", "consents.json");
    assertThat(files.get("consents.json")).contains("RECORD", "true");
  }

  private Sealing sealing(String masterKey) {
    return new Sealing(keys(masterKey));
  }

  private SubjectKeys keys(String masterKey) {
    return new SubjectKeys(
        rooms.bean(JdbcClient.class),
        new MasterKey(Base64.getDecoder().decode(masterKey)),
        rooms.bean(RealClock.class));
  }
}
