package org.healthassistant.assistant.delivery.gateway;

import org.healthassistant.connector.sms.OutgoingSms;
import org.healthassistant.connector.sms.SendOutcome;
import org.healthassistant.connector.sms.SmsGateway;

/// Refuses every text: no provider is configured, and the care team is to see that.
final class NoGateway implements SmsGateway {

  @Override
  public String name() {
    return "none";
  }

  @Override
  public SendOutcome send(OutgoingSms sms) {
    return new SendOutcome.Refused(
        "no-gateway", "No text can be sent because assistant.sms.provider is none.");
  }
}
