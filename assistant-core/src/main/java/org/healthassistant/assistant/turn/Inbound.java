package org.healthassistant.assistant.turn;

import java.time.Instant;
import java.util.Optional;

/// A message as it comes in.
public sealed interface Inbound {

  /// What the patient wrote.
  String text();

  /// By web, from a signed-in patient.
  ///
  /// @param patientId the record's id, from the token
  /// @param actingFor who wrote it, when it was not the patient
  /// @param clientMessageId the client's own id of the message; empty: a repeat is not recognised
  /// @param asksForPerson sent by the button "Talk to a person"
  record Web(
      String patientId,
      Optional<String> actingFor,
      String conversationId,
      String text,
      Optional<String> clientMessageId,
      boolean asksForPerson)
      implements Inbound {
    @Override
    public String toString() {
      return "Inbound.Web[" + conversationId + ", [REDACTED]]";
    }
  }

  /// By SMS, from whoever holds the number.
  ///
  /// @param from theirs, E.164
  /// @param to ours
  /// @param keyword what the whole message is as a keyword of the channel
  record Sms(
      String gateway,
      String providerMessageId,
      String from,
      String to,
      String text,
      Instant at,
      Keyword keyword)
      implements Inbound {
    @Override
    public String toString() {
      return "Inbound.Sms[" + gateway + ", " + providerMessageId + ", [REDACTED]]";
    }
  }

  /// The keywords of the channel, as whole messages.
  enum Keyword {
    NONE,
    STOP,
    START,
    HELP
  }
}
