package org.healthassistant.assistant.escalation.watchdog;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import org.healthassistant.assistant.words.StaffWords;
import org.healthassistant.connector.notify.EmailNotice;
import org.healthassistant.connector.notify.NotificationOutcome;
import org.healthassistant.connector.notify.SignedWebhook;
import tools.jackson.databind.json.JsonMapper;

/// The channels in which the watchdog tells people and systems outside.
final class WatchdogAlertChannels {

  private static final StaffWords WORDS = new StaffWords();

  private WatchdogAlertChannels() {}

  /// By the signed webhook that pages go to as well.
  record ByWebhook(SignedWebhook webhook, JsonMapper json)
      implements WatchdogAlertDispatcher.AlertChannel {

    @Override
    public String name() {
      return "webhook";
    }

    @Override
    public NotificationOutcome alert(String id, WatchdogFinding finding, Instant now) {
      Body body =
          new Body("escalation.watchdog", finding.code(), finding.since().toString());
      return webhook.post(id, now, json.writeValueAsString(body));
    }
  }

  /// By e-mail to one administrator.
  record ByEmail(EmailNotice mail, String address) implements WatchdogAlertDispatcher.AlertChannel {

    @Override
    public String name() {
      return address;
    }

    @Override
    public NotificationOutcome alert(String id, WatchdogFinding finding, Instant now) {
      String subject = WORDS.say("watchdog.email.subject", finding.code());
      String body = WORDS.say(
          "watchdog.email.body",
          finding.code(),
          finding.count(),
          finding.since().toString(),
          finding.kind().advice());
      return mail.send(id, address, subject, body);
    }
  }

  /// What is posted.
  @JsonPropertyOrder({"type", "finding", "since"})
  record Body(String type, String finding, String since) {}
}
