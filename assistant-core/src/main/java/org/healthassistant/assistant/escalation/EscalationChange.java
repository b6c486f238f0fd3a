package org.healthassistant.assistant.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.safety.Level;
import org.jspecify.annotations.Nullable;

/// An escalation about to be changed: what is not named stays as it is.
final class EscalationChange {

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

  static EscalationChange of(Escalation before) {
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

  EscalationChange levelByClinician(Level now, Instant at) {
    level = now;
    levelAt = at;
    return this;
  }

  EscalationChange replyBy(Instant now) {
    replyBy = now;
    return this;
  }

  /// Starts the steps anew: whoever acknowledged what was before has not acknowledged this.
  ///
  /// @param everPaged whether a channel has ever accepted a page of it; only then is anybody
  ///     notified
  EscalationChange nextRound(boolean everPaged) {
    round = before.round() + 1;
    state = everPaged ? Escalation.State.NOTIFIED : Escalation.State.OPEN;
    acknowledgedBy = null;
    acknowledgedAt = null;
    contactedAt = null;
    return this;
  }

  /// Whoever has acknowledged it has the usual time to be in contact once more.
  EscalationChange heldAnew(Instant at) {
    acknowledgedAt = at;
    contactedAt = null;
    return this;
  }

  EscalationChange state(Escalation.State now) {
    state = now;
    return this;
  }

  EscalationChange assignee(@Nullable String now) {
    assignee = now;
    return this;
  }

  /// Whoever acknowledges is the owner from then on.
  EscalationChange acknowledged(String by, Instant at) {
    state = Escalation.State.ACKNOWLEDGED;
    acknowledgedBy = by;
    acknowledgedAt = at;
    assignee = by;
    return this;
  }

  EscalationChange contacted(Instant at) {
    contactedAt = contactedAt == null ? at : contactedAt;
    return this;
  }

  EscalationChange resolved(String how, @Nullable Boolean right, Instant at) {
    state = Escalation.State.RESOLVED;
    outcome = how;
    alertRight = right;
    resolvedAt = at;
    return this;
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
