package org.healthassistant.assistant.escalation.paging;

import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.team.Member;
import org.healthassistant.assistant.words.StaffWords;
import org.healthassistant.connector.notify.NotificationOutcome;

/// One way to page a person. A new one is one small class and one line in
/// [PagingConfiguration].
interface PageChannel {

  /// What pages say.
  StaffWords WORDS = new StaffWords();

  /// The word of rows and of the history; never changed, at most 16 characters.
  String name();

  /// Whether the person can be paged this way at all.
  boolean reaches(Member person);

  /// Pages once. Blocks until the other side answers; called without transaction or connection.
  /// What goes out holds nothing of the patient: an id, the level, a link.
  NotificationOutcome send(Page page, Escalation escalation, Member person);

  /// What a person reads first.
  static String headline(Escalation escalation) {
    return WORDS.say(
        escalation.level() == Level.EMERGENCY ? "page.headline.emergency" : "page.headline.other");
  }
}
