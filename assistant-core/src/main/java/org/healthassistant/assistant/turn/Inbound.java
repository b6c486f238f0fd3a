package org.healthassistant.assistant.turn;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.safety.TriageDecision;
import org.healthassistant.assistant.turn.screening.MessageScreen;

/// A message as it comes in. What differs between the channels is asked here, so that nobody else
/// has to ask which channel it is.
public sealed interface Inbound {

  /// What the patient wrote.
  String text();

  /// Whose share of the door it counts to: the patient's, or the number's.
  String sender();

  /// Who wrote it for the patient; empty: the patient itself.
  Optional<String> actingFor();

  /// Sent by the button "Talk to a person".
  boolean asksForPerson();

  /// What the whole message is as a keyword of its channel.
  Keyword keyword();

  /// Whether the consent `chat` must have been given. By SMS the opt-out of the number rules.
  boolean needsChatConsent();

  /// When the reply is due, should nobody make it before.
  ///
  /// @param now when the message was taken
  /// @param budget how long a turn may take
  Instant replyDue(Instant now, Duration budget);

  /// When its gateway says that it took it; empty: it comes straight from the patient.
  Optional<Instant> writtenAt();

  /// Below this level it is screened, and nothing of it is stored.
  default Level keptFrom() {
    return Level.SELF_CARE;
  }

  /// Whether a picture came with it, which is not kept.
  default boolean bringsPicture() {
    return false;
  }

  /// Whether it is a message to be answered, of which something may be asked back.
  default boolean mayBeAskedBack() {
    return keyword() == Keyword.NONE && !asksForPerson();
  }

  /// The level that the channel asks for by itself, whatever the text says.
  default Level atLeast() {
    if (asksForPerson()) {
      return Level.ROUTINE;
    }
    return switch (keyword()) {
      case HELP -> Level.ROUTINE;
      case STOP, STOP_IN_DOUBT, START, NONE -> Level.SELF_CARE;
    };
  }

  /// By web, from a signed-in patient. Its own request makes the reply; the task that stands
  /// behind it is due when the time budget is over.
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
    public String sender() {
      return "patient/" + patientId;
    }

    @Override
    public Keyword keyword() {
      return Keyword.NONE;
    }

    @Override
    public Optional<Instant> writtenAt() {
      return Optional.empty();
    }

    @Override
    public boolean needsChatConsent() {
      return true;
    }

    @Override
    public Instant replyDue(Instant now, Duration budget) {
      return now.plus(budget);
    }

    @Override
    public String toString() {
      return "Inbound.Web[" + conversationId + ", [REDACTED]]";
    }
  }

  /// Words that a signed-in patient wrote elsewhere than in the chat, about a message in it.
  /// They become a message only where they are urgent enough for a person; else they are only
  /// screened.
  ///
  /// @param patientId the record's id, from the token
  /// @param actingFor who wrote it, when it was not the patient
  /// @param conversationId that of the message it is about
  /// @param noteId the same whenever the same note is sent again
  /// @param reportsHarm whether it says that something we wrote was wrong or unsafe
  record Note(
      String patientId,
      Optional<String> actingFor,
      String conversationId,
      String text,
      String noteId,
      boolean reportsHarm)
      implements Inbound {

    @Override
    public String sender() {
      return "patient/" + patientId;
    }

    @Override
    public boolean asksForPerson() {
      return reportsHarm;
    }

    @Override
    public Keyword keyword() {
      return Keyword.NONE;
    }

    @Override
    public boolean needsChatConsent() {
      return false;
    }

    @Override
    public boolean mayBeAskedBack() {
      return false;
    }

    @Override
    public Level keptFrom() {
      return reportsHarm ? Level.ROUTINE : Level.SAME_DAY;
    }

    @Override
    public Optional<Instant> writtenAt() {
      return Optional.empty();
    }

    @Override
    public Instant replyDue(Instant now, Duration budget) {
      return now.plus(budget);
    }

    @Override
    public String toString() {
      return "Inbound.Note[" + conversationId + ", [REDACTED]]";
    }
  }

  /// By SMS, from whoever holds the number. The reply task makes the reply, at once.
  ///
  /// @param from theirs, E.164
  /// @param to ours
  /// @param keyword what the whole message is as a keyword of the channel
  /// @param bringsPicture whether a picture came with it, which nobody can see here
  record Sms(
      String gateway,
      String providerMessageId,
      String from,
      String to,
      String text,
      Instant at,
      Keyword keyword,
      boolean bringsPicture)
      implements Inbound {

    /// A text without a picture.
    public Sms(
        String gateway,
        String providerMessageId,
        String from,
        String to,
        String text,
        Instant at,
        Keyword keyword) {
      this(gateway, providerMessageId, from, to, text, at, keyword, false);
    }

    @Override
    public String sender() {
      return "number/" + from;
    }

    @Override
    public Optional<String> actingFor() {
      return Optional.empty();
    }

    @Override
    public boolean asksForPerson() {
      return false;
    }

    @Override
    public Optional<Instant> writtenAt() {
      return Optional.of(at);
    }

    @Override
    public boolean needsChatConsent() {
      return false;
    }

    @Override
    public Instant replyDue(Instant now, Duration budget) {
      return now;
    }

    @Override
    public String toString() {
      return "Inbound.Sms[" + gateway + ", " + providerMessageId + ", [REDACTED]]";
    }
  }

  /// The keywords of the channel, as whole messages.
  enum Keyword {
    /// It is none.
    NONE,
    /// Send me nothing more.
    STOP,
    /// May mean that; it is asked back.
    STOP_IN_DOUBT,
    /// Write to me again.
    START,
    /// How do I get help: the keyword of the channel, which carriers and idle thumbs send too. It
    /// is answered and seen by a person in their time; in other words a cry for help is heard.
    HELP;

    /// What was decided on a message that is this keyword: a lone HELP pages nobody. Whatever
    /// else the message, or those before it, were found to say stands.
    TriageDecision heard(TriageDecision decision) {
      return switch (this) {
        case HELP -> MessageScreen.asRoutineRequest(decision);
        case STOP, STOP_IN_DOUBT, START, NONE -> decision;
      };
    }
  }
}
