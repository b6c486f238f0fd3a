package org.healthassistant.assistant.delivery;

import java.time.Instant;
import org.healthassistant.assistant.patient.AssociatedData;
import org.healthassistant.assistant.patient.Sealed;

/// One text of the outbox.
///
/// @param messageId the message whose text it is
/// @param numberHash the number it goes to
/// @param ownNumber the number of ours it comes from
/// @param attempts how often it was handed to the gateway
/// @param unknowns how many of these may have gone out or not
record OutboxRow(
    String id,
    String messageId,
    String conversationId,
    String subjectId,
    String numberHash,
    String ownNumber,
    SmsPurpose purpose,
    SendState state,
    int attempts,
    int unknowns,
    Sealed text,
    Instant createdAt) {

  /// Where its text is sealed.
  static AssociatedData place(String id) {
    return new AssociatedData("outbox", "text", id);
  }
}
