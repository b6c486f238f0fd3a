package org.healthassistant.assistant.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.safety.Level;
import org.jspecify.annotations.Nullable;

/// Collects what is to change of an escalation; what is not named stays as it is.
///
/// Stored by [EscalationLedger.Open#apply]; not for more than one thread.
public final class EscalationChange {

  private final Escalation before;
  private List<String> categories;
  private boolean humanRequested;
  private Level level;
  private String conversationId;
  private String messageId;
  private Instant levelAt;
  private Instant replyBy;
  private int round;
  private Escalation.State state;
  private @Nullable String assignee;
  private @Nullable String acknowledgedBy;
  private @Nullable Instant acknowledgedAt;
  private @Nullable Instant contactedAt;
  private @Nullable Instant resolvedAt;
  private @Nullable String outcome;
  private @Nullable Boolean alertRight;

  private EscalationChange(Escalation before) {
    this.before = before;
    categories = before.categories();
    humanRequested = before.humanRequested();
    level = before.level();
    conversationId = before.conversationId();
    messageId = before.messageId();
    levelAt = before.levelAt();
    replyBy = before.replyBy();
    round = before.round();
    state = before.state();
    assignee = before.assignee().orElse(null);
    acknowledgedBy = before.acknowledgedBy().orElse(null);
    acknowledgedAt = before.acknowledgedAt().orElse(null);
    contactedAt = before.contactedAt().orElse(null);
    resolvedAt = before.resolvedAt().orElse(null);
    outcome = before.outcome().orElse(null);
    alertRight = before.alertRight().orElse(null);
  }

  /// Begins with no change.
  public static EscalationChange of(Escalation before) {
    return new EscalationChange(before);
  }

  EscalationChange categories(List<String> now) {
    categories = now;
    return this;
  }

  EscalationChange humanRequested(boolean now) {
    humanRequested = now;
    return this;
  }

  EscalationChange level(Level now, Message because, Instant at) {
    levelByClinician(now, at);
    conversationId = because.conversationId();
    messageId = because.id();
    return this;
  }

  /// Sets the level without a message.
  public EscalationChange levelByClinician(Level now, Instant at) {
    level = now;
    levelAt = at;
    return this;
  }

  /// Sets by when the patient is told to expect an answer.
  public EscalationChange replyBy(Instant now) {
    replyBy = now;
    return this;
  }

  /// Starts the steps anew: an acknowledgement of what was before is none of this.
  ///
  /// @param everPaged whether a channel has ever accepted a page of it; only then is anybody
  ///     notified
  public EscalationChange nextRound(boolean everPaged) {
    round = before.round() + 1;
    state = everPaged ? Escalation.State.NOTIFIED : Escalation.State.OPEN;
    acknowledgedBy = null;
    acknowledgedAt = null;
    contactedAt = null;
    return this;
  }

  /// Gives the person who has acknowledged it the usual time to be in contact once more.
  EscalationChange heldAnew(Instant at) {
    acknowledgedAt = at;
    contactedAt = null;
    return this;
  }

  /// Sets where it stands.
  public EscalationChange state(Escalation.State now) {
    state = now;
    return this;
  }

  /// Gives it to a person; null: to nobody.
  public EscalationChange assignee(@Nullable String now) {
    assignee = now;
    return this;
  }

  /// Acknowledges it; the person owns it from then on.
  public EscalationChange acknowledged(String by, Instant at) {
    state = Escalation.State.ACKNOWLEDGED;
    acknowledgedBy = by;
    acknowledgedAt = at;
    assignee = by;
    return this;
  }

  /// Stores when contact was first made; what is known already stays.
  public EscalationChange contacted(Instant at) {
    contactedAt = contactedAt == null ? at : contactedAt;
    return this;
  }

  /// Closes it.
  public EscalationChange resolved(String how, @Nullable Boolean right, Instant at) {
    state = Escalation.State.RESOLVED;
    outcome = how;
    alertRight = right;
    resolvedAt = at;
    return this;
  }

  /// The level after the change.
  public Level level() {
    return level;
  }

  Escalation apply(Instant now) {
    return new Escalation(
        before.id(),
        before.subjectId(),
        conversationId,
        messageId,
        before.formerId(),
        level,
        categories,
        state,
        humanRequested,
        before.createdAt(),
        levelAt,
        replyBy,
        Optional.ofNullable(assignee),
        Optional.ofNullable(acknowledgedBy),
        Optional.ofNullable(acknowledgedAt),
        Optional.ofNullable(contactedAt),
        Optional.ofNullable(resolvedAt),
        Optional.ofNullable(outcome),
        Optional.ofNullable(alertRight),
        round,
        now);
  }
}
