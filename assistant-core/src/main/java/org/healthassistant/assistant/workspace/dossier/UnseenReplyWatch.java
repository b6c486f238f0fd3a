package org.healthassistant.assistant.workspace.dossier;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.Escalations;
import org.healthassistant.assistant.store.TopicSignals;
import org.healthassistant.assistant.stream.RegularLook;
import org.springframework.stereotype.Component;

/// Notices within a second which escalations ask for a call, or no longer do, because time has
/// passed or a patient has read; and wakes the inbox and the pages of those escalations.
@Component
class UnseenReplyWatch extends RegularLook {

  private final UnseenReplies unseen;
  private final Escalations escalations;
  private final TopicSignals signals;
  private Set<String> known = Set.of();

  UnseenReplyWatch(UnseenReplies unseen, Escalations escalations, TopicSignals signals) {
    super("unseen-reply-watch", Duration.ofSeconds(1), signals);
    this.unseen = unseen;
    this.escalations = escalations;
    this.signals = signals;
  }

  @Override
  protected void look() {
    Set<String> now = unseen.overdue().keySet();
    if (now.equals(known)) {
      return;
    }
    Set<String> changed = new HashSet<>(now);
    changed.addAll(known);
    changed.removeIf(id -> now.contains(id) && known.contains(id));
    changed.stream()
        .flatMap(id -> escalations.find(id).stream())
        .map(Escalation::conversationId)
        .forEach(signals::signal);
    signals.signal(Escalations.TOPIC);
    known = now;
  }
}
