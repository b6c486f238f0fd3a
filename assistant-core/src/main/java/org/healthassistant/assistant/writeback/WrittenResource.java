package org.healthassistant.assistant.writeback;

import org.healthassistant.assistant.patient.AssociatedData;
import org.healthassistant.assistant.patient.Sealed;

/// A resource as it is stored.
///
/// @param id also our identifier of it at the server
/// @param type as FHIR names it
/// @param version of its form
/// @param tried whether the server may have it
/// @param serverId its id there; empty: not known
/// @param failures in a row, of the present form
record WrittenResource(
    String id,
    String subjectId,
    String type,
    Sealed content,
    int version,
    State state,
    boolean tried,
    String serverId,
    int failures) {

  static AssociatedData place(String id) {
    return new AssociatedData("written_resource", "content", id);
  }

  /// Where it stands.
  enum State {
    /// To be sent.
    PENDING,
    /// Being sent.
    SENDING,
    /// The server has its present form.
    WRITTEN,
    /// The server did not take it; it is tried again once a day.
    REFUSED,
    /// The server did not take it for a week.
    GIVEN_UP,
    /// Somebody deleted it at the server; it stays so.
    DELETED
  }
}
