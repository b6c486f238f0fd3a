package org.healthassistant.assistant.workspace.inbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.healthassistant.assistant.access.Caller;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.Escalations;
import org.healthassistant.assistant.workspace.dossier.EscalationHeadline;
import org.healthassistant.assistant.workspace.dossier.EscalationHeadlines;
import org.healthassistant.assistant.workspace.dossier.EscalationItem;
import org.healthassistant.assistant.workspace.dossier.EscalationItems;
import org.healthassistant.assistant.workspace.dossier.UnseenReplies;
import org.healthassistant.assistant.workspace.frame.WorkspaceTexts;
import org.springframework.stereotype.Component;

/// Reads the inbox in words.
@Component
class InboxReader {

  private final Escalations escalations;
  private final EscalationItems items;
  private final EscalationHeadlines headlines;
  private final UnseenReplies unseen;
  private final TeamFilter teams;
  private final WorkspaceTexts texts;

  InboxReader(
      Escalations escalations,
      EscalationItems items,
      EscalationHeadlines headlines,
      UnseenReplies unseen,
      TeamFilter teams,
      WorkspaceTexts texts) {
    this.escalations = escalations;
    this.items = items;
    this.headlines = headlines;
    this.unseen = unseen;
    this.teams = teams;
    this.texts = texts;
  }

  InboxView read(InboxFilter filter, Caller caller) {
    Map<String, Instant> calls = unseen.overdue();
    List<Escalation> shown = OpenEscalations.first(
        escalations,
        filter.forStore(caller),
        e -> wanted(e, filter, caller),
        filter.onlyCalls() ? Integer.MAX_VALUE : InboxFilter.MOST);
    List<EscalationItem> read = items.read(shown);
    List<InboxRow> rows = new ArrayList<>();
    for (int i = 0; i < shown.size() && rows.size() < InboxFilter.MOST; i++) {
      Escalation one = shown.get(i);
      EscalationHeadline head = headlines.write(one, read.get(i), calls.get(one.id()));
      if (!filter.onlyCalls() || head.call().any()) {
        rows.add(row(one, head));
      }
    }
    return new InboxView(rows, !filter.isAny(), rows.size() == InboxFilter.MOST);
  }

  private boolean wanted(Escalation e, InboxFilter filter, Caller caller) {
    return (filter.category().isEmpty() || e.categories().contains(filter.category()))
        && (!filter.owner().equals(InboxFilter.NOBODY) || e.assignee().isEmpty())
        && teams.matches(e.categories(), filter.team(), caller);
  }

  private InboxRow row(Escalation e, EscalationHeadline head) {
    String announcement =
        texts.text("inbox.announce", head.levelWord(), head.categories(), head.who());
    return new InboxRow(head, teams.owners(e.categories()), announcement);
  }
}
