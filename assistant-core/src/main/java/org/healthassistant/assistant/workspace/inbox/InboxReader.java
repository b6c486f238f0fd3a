package org.healthassistant.assistant.workspace.inbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.healthassistant.assistant.access.Caller;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.Escalations;
import org.healthassistant.assistant.workspace.dossier.EscalationDossierReader;
import org.healthassistant.assistant.workspace.dossier.EscalationItem;
import org.healthassistant.assistant.workspace.dossier.UnseenReplies;
import org.healthassistant.assistant.workspace.frame.WorkspaceTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads the inbox in words.
@Component
public class InboxReader {

  private final Escalations escalations;
  private final EscalationDossierReader cases;
  private final UnseenReplies unseen;
  private final TeamFilter divisions;
  private final WorkspaceTexts words;

  InboxReader(
      Escalations escalations,
      EscalationDossierReader cases,
      UnseenReplies unseen,
      TeamFilter divisions,
      WorkspaceTexts words) {
    this.escalations = escalations;
    this.cases = cases;
    this.unseen = unseen;
    this.divisions = divisions;
    this.words = words;
  }

  InboxView read(InboxFilter filter, Caller caller) {
    Map<String, Instant> calls = unseen.overdue();
    List<Escalation> shown = OpenEscalations.first(
        escalations,
        filter.of(caller),
        e -> wanted(e, filter, caller),
        filter.onlyCalls() ? Integer.MAX_VALUE : InboxFilter.MOST);
    List<EscalationItem> items = cases.items(shown);
    List<InboxRow> rows = new ArrayList<>();
    for (int i = 0; i < shown.size() && rows.size() < InboxFilter.MOST; i++) {
      InboxRow row = row(shown.get(i), items.get(i), calls.get(shown.get(i).id()));
      if (!filter.onlyCalls() || row.calls()) {
        rows.add(row);
      }
    }
    return new InboxView(rows, !filter.isAny(), rows.size() == InboxFilter.MOST);
  }

  private boolean wanted(Escalation e, InboxFilter filter, Caller caller) {
    return (filter.category().isEmpty() || e.categories().contains(filter.category()))
        && (!filter.owner().equals(InboxFilter.NOBODY) || e.assignee().isEmpty())
        && divisions.isOf(e.categories(), filter.team(), caller);
  }

  /// One escalation as a row.
  public InboxRow row(Escalation e, EscalationItem item) {
    return row(e, item, unseen.overdueOf(e.id()).orElse(null));
  }

  private InboxRow row(Escalation e, EscalationItem item, @Nullable Instant unseenSince) {
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
        divisions.name(e.categories()),
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
        open && item.cannotText(),
        Optional.ofNullable(unseenSince).map(Instant::toString).orElse(null),
        unseenSince == null ? "" : words.span(unseenSince, now),
        words.of("inbox.announce", level, categories, item.who()));
  }
}
