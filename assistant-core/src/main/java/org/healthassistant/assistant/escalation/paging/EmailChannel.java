package org.healthassistant.assistant.escalation.paging;

import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.team.Member;
import org.healthassistant.connector.notify.EmailNotice;
import org.healthassistant.connector.notify.NotificationOutcome;

/// Pages by e-mail whoever has an address.
final class EmailChannel implements PageChannel {

  private final EmailNotice mail;
  private final PageLink link;

  EmailChannel(EmailNotice mail, PageLink link) {
    this.mail = mail;
    this.link = link;
  }

  @Override
  public String name() {
    return "email";
  }

  @Override
  public boolean reaches(Member person) {
    return person.email().isPresent();
  }

  @Override
  public NotificationOutcome send(Page page, Escalation escalation, Member person) {
    String what = switch (escalation.level()) {
      case EMERGENCY -> "An emergency";
      case SAME_DAY -> "A patient to contact today";
      case ROUTINE, SELF_CARE -> "A patient";
    };
    String subject = PageChannel.headline(escalation);
    String body = """
        %s is in your care team's inbox, and nobody has acknowledged it yet.

        Open it: %s

        This is page %d. Pages go on until a person acknowledges.
        """.formatted(what, link.to(escalation), page.step());
    return mail.send(page.key(), person.email().orElseThrow(), subject, body);
  }
}
