package org.healthassistant.assistant.escalation.paging;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.team.Member;
import org.healthassistant.connector.notify.NotificationOutcome;
import org.healthassistant.connector.notify.SignedWebhook;
import tools.jackson.databind.json.JsonMapper;

/// Pages by the signed webhook: one request a person.
final class WebhookChannel implements PageChannel {

  private final SignedWebhook webhook;
  private final PageLink link;
  private final RealClock clock;
  private final JsonMapper json;

  WebhookChannel(SignedWebhook webhook, PageLink link, RealClock clock, JsonMapper json) {
    this.webhook = webhook;
    this.link = link;
    this.clock = clock;
    this.json = json;
  }

  @Override
  public String name() {
    return "webhook";
  }

  @Override
  public boolean reaches(Member person) {
    return true;
  }

  @Override
  public NotificationOutcome send(Page page, Escalation escalation, Member person) {
    Body body = new Body(
        "escalation.page",
        escalation.id(),
        escalation.level(),
        page.step(),
        person.id(),
        link.to(escalation));
    return webhook.post(idOf(page), clock.instant(), json.writeValueAsString(body));
  }

  /// The page's key without dots, which would make the signature ambiguous; ids of people may
  /// hold some.
  private static String idOf(Page page) {
    return page.key().replace('.', '~');
  }

  /// What is posted, and nothing else of the patient.
  @JsonPropertyOrder({"type", "escalation", "level", "step", "recipient", "link"})
  record Body(
      String type, String escalation, Level level, int step, String recipient, String link) {}
}
