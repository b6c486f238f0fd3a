package org.healthassistant.assistant.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.conversation.Conversations;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TopicSignals;
import org.healthassistant.assistant.stream.RegularLook;
import org.springframework.stereotype.Component;

/// Notices within a second which escalations changed, on whatever instance, and wakes who waits
/// for it here: the inbox, and every conversation of the patient, whose partner may be another
/// now. One query a second for the whole instance, however many streams are open.
@Component
class EscalationWatch extends RegularLook {

  /// Rows become visible a little after their time stamp; the look back covers that.
  private static final Duration OVERLAP = Duration.ofSeconds(3);

  private final Escalations escalations;
  private final Conversations conversations;
  private final RealClock clock;
  private final TopicSignals signals;
  private Instant since;
  private Map<String, Instant> told = Map.of();

  EscalationWatch(
      Escalations escalations, Conversations conversations, RealClock clock, TopicSignals signals) {
    super("escalation-watch", Duration.ofSeconds(1), signals);
    this.escalations = escalations;
    this.conversations = conversations;
    this.clock = clock;
    this.signals = signals;
    this.since = clock.instant();
  }

  @Override
  protected void look() {
    Instant next = clock.instant().minus(OVERLAP);
    Map<String, Instant> seen = new HashMap<>();
    List<Escalation> fresh = escalations.changedAfter(since).stream()
        .filter(changed -> {
          seen.put(changed.id(), changed.changedAt());
          return !changed.changedAt().equals(told.get(changed.id()));
        })
        .toList();
    if (!fresh.isEmpty()) {
      signals.signal(Escalations.TOPIC);
    }
    fresh.stream()
        .map(Escalation::subjectId)
        .distinct()
        .flatMap(subject -> conversations.ofSubject(subject).stream())
        .map(Conversation::id)
        .forEach(signals::signal);
    told = seen;
    since = next;
  }
}
