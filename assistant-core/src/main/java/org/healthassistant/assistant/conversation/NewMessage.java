package org.healthassistant.assistant.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.safety.TriageDecision;

/// A message to be appended.
///
/// @param id its id, made before, so that findings can name it
/// @param authorId which provider wrote it, or who wrote it for the patient; empty: the author
/// itself
/// @param writtenAt when its gateway took it, not after it is stored; empty: not known
/// @param repeatedBy how a repeat of it is recognised; empty for messages of ours
public record NewMessage(
    String id,
    Author author,
    Optional<String> authorId,
    String text,
    Optional<RepeatId> repeatedBy,
    Optional<TriageDecision> decision,
    Optional<Message.PlannedReply> planned,
    boolean lateVectors,
    Instant at,
    Optional<Instant> writtenAt) {

  private static final int LONGEST_ID = 64;
  private static final Duration LONGEST_OUTAGE = Duration.ofHours(24);

  /// A message that a patient wrote. Its meaning is still to be read where the decision was made
  /// without it, unless it can raise nothing any more.
  public static NewMessage ofPatient(
      String id,
      String text,
      Optional<RepeatId> repeatedBy,
      TriageDecision decision,
      Message.PlannedReply planned,
      Instant at) {
    return new NewMessage(
        id,
        Author.PATIENT,
        Optional.empty(),
        text,
        repeatedBy,
        Optional.of(decision),
        Optional.of(planned),
        !decision.meaningRead() && decision.level() != Level.EMERGENCY,
        at,
        Optional.empty());
  }

  /// The same, written for the patient by somebody else. A portal's id may be longer than what is
  /// kept of it; no message may fail for that.
  public NewMessage writtenBy(String personId) {
    return new NewMessage(
        id,
        author,
        Optional.of(personId.substring(0, Math.min(LONGEST_ID, personId.length()))),
        text,
        repeatedBy,
        decision,
        planned,
        lateVectors,
        at,
        writtenAt);
  }

  /// The same, written before it was stored, as its gateway says. A time that is ahead, or
  /// further back than an outage lasts, tells nothing: then it counts as written now, or a day
  /// ago.
  public NewMessage writtenAt(Instant said) {
    Instant earliest = at.minus(LONGEST_OUTAGE);
    Instant bounded = said.isAfter(at) ? at : said.isBefore(earliest) ? earliest : said;
    return new NewMessage(
        id,
        author,
        authorId,
        text,
        repeatedBy,
        decision,
        planned,
        lateVectors,
        at,
        Optional.of(bounded));
  }

  /// A message of the assistant.
  public static NewMessage ofAssistant(String id, String text, Instant at) {
    return new NewMessage(
        id,
        Author.ASSISTANT,
        Optional.empty(),
        text,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        at,
        Optional.empty());
  }

  /// A message of a provider.
  public static NewMessage ofProvider(String id, String providerId, String text, Instant at) {
    return new NewMessage(
        id,
        Author.PROVIDER,
        Optional.of(providerId),
        text,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        at,
        Optional.empty());
  }

  @Override
  public String toString() {
    return "NewMessage[" + id + ", " + author.code() + ", [REDACTED]]";
  }
}
