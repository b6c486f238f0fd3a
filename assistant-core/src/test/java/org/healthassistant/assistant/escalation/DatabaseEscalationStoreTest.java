package org.healthassistant.assistant.escalation;

import java.util.Map;
import java.util.Optional;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.store.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class DatabaseEscalationStoreTest implements EscalationStoreContract {

  private final EscalationRooms rooms;

  DatabaseEscalationStoreTest(TestDatabase database) {
    rooms = EscalationRooms.on(database, Map.of());
  }

  @AfterEach
  void close() {
    rooms.close();
  }

  @Override
  public EscalationRows rows() {
    return rooms.bean(EscalationRows.class);
  }

  @Override
  public EscalationHistory entries() {
    return rooms.bean(EscalationHistory.class);
  }

  /// Like one whose subject, conversation and message are stored already.
  @Override
  public Escalation unstored() {
    Escalation resolved = rooms.emergency();
    rooms.forget(resolved);
    return another(resolved);
  }

  @Override
  public Escalation another(Escalation one) {
    return Escalation.begun(
        new Escalation.Identity(Ids.next(), one.subjectId(), Optional.empty(), one.createdAt()),
        one.concern());
  }
}
