package org.healthassistant.assistant.workspace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.healthassistant.assistant.access.Caller;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.EscalationFilter;
import org.healthassistant.assistant.escalation.Escalations;
import org.healthassistant.assistant.safety.Level;
import org.springframework.stereotype.Component;

/// Reads the inbox in words.
@Component
class InboxReader {

  private final Escalations escalations;
  private final CaseReader cases;
  private final Words words;

  InboxReader(Escalations escalations, CaseReader cases, Words words) {
    this.escalations = escalations;
    this.cases = cases;
    this.words = words;
  }

  InboxView read(InboxFilter filter, Caller caller) {
    List<Escalation> all = escalations.list(EscalationFilter.UNRESOLVED);
    List<Escalation> shown = filter.isAny() ? all : escalations.list(filter.of(caller));
    List<Escalation> waiting = all.stream().filter(InboxReader::waits).toList();
    List<EscalationItem> items = cases.items(shown);
    List<InboxRow> rows = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      rows.add(row(shown.get(i), items.get(i)));
    }
    return new InboxView(
        rows,
        waiting.size(),
        (int) waiting.stream().filter(e -> e.level() == Level.EMERGENCY).count(),
        !filter.isAny(),
        shown.size() == InboxFilter.MOST);
  }

  /// One escalation as a row.
  InboxRow row(Escalation e, EscalationItem item) {
    Instant now = words.now();
    boolean open = e.state() != Escalation.State.RESOLVED;
    boolean late = open && e.contactedAt().isEmpty() && now.isAfter(e.replyBy());
    String level = words.word("level", e.level().name());
    String categories = words.categories(e.categories());
    return new InboxRow(
        e.id(),
        "/workspace/escalations/" + e.id(),
        e.level().name(),
        level,
        item.who(),
        categories,
        e.state().name(),
        words.word("state", e.state().name()),
        e.assignee().map(words::person).orElseGet(() -> words.of("inbox.nobody")),
        e.createdAt().toString(),
        e.replyBy().toString(),
        words.span(e.createdAt(), now),
        late
            ? words.of("inbox.late", words.span(e.replyBy(), now))
            : words.of("inbox.left", words.span(now, e.replyBy())),
        late,
        open,
        item.cannotText(),
        words.of("inbox.announce", level, categories, item.who()));
  }

  private static boolean waits(Escalation e) {
    return switch (e.state()) {
      case OPEN, NOTIFIED -> true;
      case ACKNOWLEDGED, RESOLVED -> false;
    };
  }
}
