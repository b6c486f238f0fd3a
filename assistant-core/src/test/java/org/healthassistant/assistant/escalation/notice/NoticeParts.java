package org.healthassistant.assistant.escalation.notice;

import org.healthassistant.assistant.conversation.Conversations;
import org.healthassistant.assistant.conversation.Replies;
import org.healthassistant.assistant.escalation.EscalationLedger;
import org.healthassistant.assistant.escalation.EscalationRooms;
import org.healthassistant.assistant.escalation.paging.PageRows;
import org.healthassistant.assistant.safety.FixedWording;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.team.CareTeam;
import org.healthassistant.assistant.words.PatientWords;

/// Notices about a care team of the test's own.
public final class NoticeParts {

  private final PatientNoticeTask task;

  /// On the rows of the rooms.
  public NoticeParts(EscalationRooms rooms, CareTeam team) {
    task = new PatientNoticeTask(
        rooms.bean(EscalationLedger.class),
        new NoticeText(
            rooms.bean(PageRows.class), team, rooms.bean(FixedWording.class), new PatientWords()),
        rooms.bean(NoticeSender.class),
        rooms.bean(Conversations.class),
        rooms.bean(Replies.class),
        rooms.bean(RealClock.class));
  }

  /// Tells what there is to tell in a round, whether or not a reply is still being made.
  public void runNow(String roundKey) {
    task.runNow(roundKey);
  }
}
