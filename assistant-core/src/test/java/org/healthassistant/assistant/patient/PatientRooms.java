package org.healthassistant.assistant.patient;

import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.testing.TestRooms;

/// The patient room and the store below it; one start for all tests of the room.
final class PatientRooms {

  private PatientRooms() {}

  static TestRooms on(TestDatabase database) {
    return TestRooms.with("store", "patient").sharedOn(database);
  }
}
