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
    String what = WORDS.say("page.email." + escalation.level().name());
    String subject = PageChannel.headline(escalation);
    String body = WORDS.say("page.email.body", what, link.to(escalation), page.step());
    return mail.send(page.key(), person.email().orElseThrow(), subject, body);
  }
}
