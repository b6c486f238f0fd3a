package org.healthassistant.assistant.record;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.testing.TestRooms;

/// The record room with those below it on a real database, on 24 November 2026, with the built-in
/// demo patients; further rooms by their names. The scheduler stands still.
public final class RoomsUnderTest implements AutoCloseable {

  private static final String[] ROOMS = {"store", "patient", "audit", "record"};

  private final TestRooms rooms;

  private RoomsUnderTest(TestRooms rooms) {
    this.rooms = rooms;
  }

  /// Opens the rooms.
  ///
  /// @param more settings that go before the usual ones
  /// @param further rooms beyond these
  public static RoomsUnderTest on(
      TestDatabase database, Map<String, String> more, String... further) {
    String[] all =
        Stream.concat(Arrays.stream(ROOMS), Arrays.stream(further)).toArray(String[]::new);
    return new RoomsUnderTest(TestRooms.with(all).settings(more).on(database));
  }

  /// A bean of the rooms.
  public <T> T bean(Class<T> type) {
    return rooms.bean(type);
  }

  /// The subject of a patient of the record, as `dana-whitfield`.
  public Subject patient(String id) {
    return bean(Subjects.class).findPatient(id).orElseThrow();
  }

  @Override
  public void close() {
    rooms.close();
  }
}
