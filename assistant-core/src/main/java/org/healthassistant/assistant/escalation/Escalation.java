package org.healthassistant.assistant.escalation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.safety.Level;

/// A concern about one subject, from the message that raised it to its resolving.
///
/// It has four parts: who and when ([Identity]), what it is about now ([Concern]), in whose hands
/// it is ([Handling]), and how it ended ([Resolution]). What others ask often, they ask the
/// escalation itself.
///
/// @param changedAt when anything of it, or of its history, was last changed
public record Escalation(
    @JsonUnwrapped Identity identity,
    @JsonUnwrapped Concern concern,
    @JsonUnwrapped Handling handling,
    @JsonUnwrapped Resolution resolution,
    Instant changedAt) {

  /// An escalation that nobody has touched yet.
  public static Escalation begun(Identity identity, Concern concern) {
    return new Escalation(identity, concern, Handling.NOBODY, Resolution.OPEN, concern.levelAt());
  }

  /// Whose it is and when it began; never changes.
  ///
  /// @param formerId the resolved escalation before it, if any
  public record Identity(
      String id, String subjectId, Optional<String> formerId, Instant createdAt) {}

  /// What it is about now.
  ///
  /// @param conversationId where the message that set its level was written
  /// @param messageId the message that set its level
  /// @param categories what it is about, most urgent first
  /// @param humanRequested whether the patient asked for a person
  /// @param levelAt when the level was last set, by a message or by a clinician; the page steps
  ///     count from here
  /// @param replyBy by when the patient was told to expect an answer
  /// @param round how often the steps were started anew
  public record Concern(
      String conversationId,
      String messageId,
      Level level,
      List<String> categories,
      boolean humanRequested,
      Instant levelAt,
      Instant replyBy,
      int round) {

    /// Copies the categories.
    public Concern {
      categories = List.copyOf(categories);
    }

    Concern about(List<String> now) {
      return new Concern(
          conversationId, messageId, level, now, humanRequested, levelAt, replyBy, round);
    }

    Concern asking(boolean forPerson) {
      return new Concern(
          conversationId, messageId, level, categories, forPerson, levelAt, replyBy, round);
    }

    Concern because(String conversation, String message) {
      return new Concern(
          conversation, message, level, categories, humanRequested, levelAt, replyBy, round);
    }

    Concern at(Level now, Instant since) {
      return new Concern(
          conversationId, messageId, now, categories, humanRequested, since, replyBy, round);
    }

    Concern due(Instant by) {
      return new Concern(
          conversationId, messageId, level, categories, humanRequested, levelAt, by, round);
    }

    Concern nextRound() {
      return new Concern(
          conversationId,
          messageId,
          level,
          categories,
          humanRequested,
          levelAt,
          replyBy,
          round + 1);
    }
  }

  /// In whose hands it is.
  ///
  /// @param assignee whose it is
  /// @param acknowledgedBy who has taken it, of the present round
  /// @param contactedAt when contact was first made, about the present concern
  public record Handling(
      State state,
      Optional<String> assignee,
      Optional<String> acknowledgedBy,
      Optional<Instant> acknowledgedAt,
      Optional<Instant> contactedAt) {

    /// Nobody was reached and nobody has it.
    public static final Handling NOBODY = new Handling(
        State.OPEN, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    Handling in(State now) {
      return new Handling(now, assignee, acknowledgedBy, acknowledgedAt, contactedAt);
    }

    Handling assigned(Optional<String> person) {
      return new Handling(state, person, acknowledgedBy, acknowledgedAt, contactedAt);
    }

    /// In the hands of a person, who owns it from then on.
    public Handling acknowledged(String by, Instant at) {
      return new Handling(
          State.ACKNOWLEDGED, Optional.of(by), Optional.of(by), Optional.of(at), contactedAt);
    }

    /// The same, taken at that time, and without contact since.
    public Handling heldSince(Instant at) {
      return new Handling(state, assignee, acknowledgedBy, Optional.of(at), Optional.empty());
    }

    Handling contacted(Instant at) {
      return new Handling(
          state, assignee, acknowledgedBy, acknowledgedAt, contactedAt.or(() -> Optional.of(at)));
    }

    /// In nobody's hands any more; whose it is stays.
    Handling released(State now) {
      return new Handling(now, assignee, Optional.empty(), Optional.empty(), Optional.empty());
    }
  }

  /// How it ended; all empty while it has not.
  ///
  /// @param outcome the code of what came of it
  /// @param alertRight whether the alert was right; empty: not said
  public record Resolution(
      Optional<Instant> resolvedAt, Optional<String> outcome, Optional<Boolean> alertRight) {

    /// It has not ended.
    public static final Resolution OPEN =
        new Resolution(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// Its id.
  public String id() {
    return identity.id();
  }

  /// Whom it is about.
  public String subjectId() {
    return identity.subjectId();
  }

  /// When the message was written that opened it.
  public Instant createdAt() {
    return identity.createdAt();
  }

  /// The resolved escalation before it, if any.
  public Optional<String> formerId() {
    return identity.formerId();
  }

  /// Where the message that set its level was written.
  public String conversationId() {
    return concern.conversationId();
  }

  /// The message that set its level.
  public String messageId() {
    return concern.messageId();
  }

  /// How urgent it is.
  public Level level() {
    return concern.level();
  }

  /// What it is about, most urgent first.
  public List<String> categories() {
    return concern.categories();
  }

  /// Whether the patient asked for a person.
  public boolean humanRequested() {
    return concern.humanRequested();
  }

  /// When the level was last set.
  public Instant levelAt() {
    return concern.levelAt();
  }

  /// By when the patient was told to expect an answer.
  public Instant replyBy() {
    return concern.replyBy();
  }

  /// How often the steps were started anew.
  public int round() {
    return concern.round();
  }

  /// Where it stands.
  public State state() {
    return handling.state();
  }

  /// Whose it is; empty: nobody's.
  public Optional<String> assignee() {
    return handling.assignee();
  }

  /// Who has taken it; empty: nobody in this round.
  public Optional<String> acknowledgedBy() {
    return handling.acknowledgedBy();
  }

  /// When it was taken; empty: not in this round.
  public Optional<Instant> acknowledgedAt() {
    return handling.acknowledgedAt();
  }

  /// When contact was first made; empty: not about the present concern.
  public Optional<Instant> contactedAt() {
    return handling.contactedAt();
  }

  /// Whether pages of it are still to go out: it is urgent, and nobody has taken it.
  public boolean wantsPages() {
    boolean unclaimed = switch (state()) {
      case OPEN, NOTIFIED -> true;
      case ACKNOWLEDGED, RESOLVED -> false;
    };
    return unclaimed && level().atLeast(Level.SAME_DAY);
  }

  /// Whether a step of it is still to come: a page, or the end of an acknowledgement that no
  /// contact followed.
  public boolean hasStepToCome() {
    boolean expires =
        state() == State.ACKNOWLEDGED && contactedAt().isEmpty() && level().atLeast(Level.SAME_DAY);
    return expires || wantsPages();
  }

  /// Where it stands.
  public enum State {
    /// Nobody was reached yet.
    OPEN,
    /// A channel has accepted a page.
    NOTIFIED,
    /// A person has taken it.
    ACKNOWLEDGED,
    /// A person has closed it.
    RESOLVED
  }
}
