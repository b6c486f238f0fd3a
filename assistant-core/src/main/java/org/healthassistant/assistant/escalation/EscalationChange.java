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
  private Escalation.Concern concern;
  private Escalation.Handling handling;
  private Escalation.Resolution resolution;

  private EscalationChange(Escalation before) {
    this.before = before;
    concern = before.concern();
    handling = before.handling();
    resolution = before.resolution();
  }

  /// Begins with no change.
  public static EscalationChange of(Escalation before) {
    return new EscalationChange(before);
  }

  EscalationChange categories(List<String> now) {
    concern = concern.about(now);
    return this;
  }

  EscalationChange humanRequested(boolean now) {
    concern = concern.asking(now);
    return this;
  }

  EscalationChange level(Level now, Message because, Instant at) {
    concern = concern.at(now, at).because(because.conversationId(), because.id());
    return this;
  }

  /// Sets the level without a message.
  public EscalationChange levelByClinician(Level now, Instant at) {
    concern = concern.at(now, at);
    return this;
  }

  /// Sets by when the patient is told to expect an answer.
  public EscalationChange replyBy(Instant now) {
    concern = concern.due(now);
    return this;
  }

  /// Starts the steps anew: an acknowledgement of what was before is none of this.
  ///
  /// @param everPaged whether a channel has ever accepted a page of it; only then is anybody
  ///     notified
  public EscalationChange nextRound(boolean everPaged) {
    concern = concern.nextRound();
    handling = handling.released(everPaged ? Escalation.State.NOTIFIED : Escalation.State.OPEN);
    return this;
  }

  /// Gives the person who has acknowledged it the usual time to be in contact once more.
  EscalationChange heldAnew(Instant at) {
    handling = handling.heldSince(at);
    return this;
  }

  /// Sets where it stands.
  public EscalationChange state(Escalation.State now) {
    handling = handling.in(now);
    return this;
  }

  /// Gives it to a person; null: to nobody.
  public EscalationChange assignee(@Nullable String now) {
    handling = handling.assigned(Optional.ofNullable(now));
    return this;
  }

  /// Acknowledges it; the person owns it from then on.
  public EscalationChange acknowledged(String by, Instant at) {
    handling = handling.acknowledged(by, at);
    return this;
  }

  /// Stores when contact was first made; what is known already stays.
  public EscalationChange contacted(Instant at) {
    handling = handling.contacted(at);
    return this;
  }

  /// Closes it.
  public EscalationChange resolved(String how, @Nullable Boolean right, Instant at) {
    handling = handling.in(Escalation.State.RESOLVED);
    resolution =
        new Escalation.Resolution(Optional.of(at), Optional.of(how), Optional.ofNullable(right));
    return this;
  }

  /// The level after the change.
  public Level level() {
    return concern.level();
  }

  Escalation apply(Instant now) {
    return new Escalation(before.identity(), concern, handling, resolution, now);
  }
}
