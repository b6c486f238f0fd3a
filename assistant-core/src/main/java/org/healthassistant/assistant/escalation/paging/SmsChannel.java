package org.healthassistant.assistant.escalation.paging;

import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.team.Member;
import org.healthassistant.connector.notify.NotificationOutcome;
import org.healthassistant.connector.sms.OutgoingSms;
import org.healthassistant.connector.sms.SendOutcome;
import org.healthassistant.connector.sms.SmsGateway;

/// Pages by text whoever has a number. It goes out at least once: where a gateway may have
/// taken it, it is sent again.
final class SmsChannel implements PageChannel {

  private static final String GATEWAYS_OWN_NUMBER = "";

  private final SmsGateway gateway;
  private final PageLink link;

  SmsChannel(SmsGateway gateway, PageLink link) {
    this.gateway = gateway;
    this.link = link;
  }

  @Override
  public String name() {
    return "sms";
  }

  @Override
  public boolean reaches(Member person) {
    return person.phone().isPresent();
  }

  @Override
  public NotificationOutcome send(Page page, Escalation escalation, Member person) {
    OutgoingSms sms = new OutgoingSms(
        page.key(),
        GATEWAYS_OWN_NUMBER,
        person.phone().orElseThrow(),
        PageChannel.headline(escalation) + ". " + link.to(escalation));
    return switch (gateway.send(sms)) {
      case SendOutcome.Accepted accepted -> new NotificationOutcome.Accepted();
      case SendOutcome.TryLater later ->
        new NotificationOutcome.TryLater(later.code(), later.after());
      case SendOutcome.Unknown unknown -> new NotificationOutcome.TryLater(unknown.code(), null);
      case SendOutcome.Refused refused -> new NotificationOutcome.Refused(refused.code());
    };
  }
}
