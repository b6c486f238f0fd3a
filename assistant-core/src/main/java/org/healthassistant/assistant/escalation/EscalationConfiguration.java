package org.healthassistant.assistant.escalation;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.delivery.SmsProvider;
import org.healthassistant.assistant.escalation.policy.Policy;
import org.healthassistant.assistant.escalation.policy.PolicyReading;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.team.CareTeam;
import org.healthassistant.connector.Secret;
import org.healthassistant.connector.notify.EmailNotice;
import org.healthassistant.connector.notify.MailAccount;
import org.healthassistant.connector.notify.SignedWebhook;
import org.healthassistant.connector.sms.SmsGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ReplyWithin.class, PageSettings.class, MailProperties.class})
class EscalationConfiguration {

  /// A page that is not answered in this time has failed: the next attempt must not wait longer.
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  /// Every channel there is, in the order in which they are tried.
  @Bean
  PageChannels pageChannels(
      PageSettings settings,
      MailProperties mail,
      CareTeam team,
      PageLink link,
      RealClock clock,
      JsonMapper json,
      SmsGateway gateway,
      Environment environment) {
    List<PageChannel> channels = new ArrayList<>();
    webhook(settings.webhook())
        .ifPresent(hook -> channels.add(new WebhookChannel(hook, link, clock, json)));
    if (carriesToPhones(SmsProvider.of(environment))) {
      channels.add(new SmsChannel(gateway, link));
    }
    email(settings, mail).ifPresent(notice -> channels.add(new EmailChannel(notice, link)));
    return new PageChannels(channels, team);
  }

  /// Whether what the provider takes reaches a phone. The demo phone is the patient's: what it took
  /// would be counted as a page that nobody ever sees.
  static boolean carriesToPhones(SmsProvider provider) {
    return provider != SmsProvider.NONE && provider != SmsProvider.DEMO;
  }

  /// What is due when; the settings were checked before anything started.
  @Bean
  Policy policy(Environment environment, CareTeam team, PageChannels channels) {
    PolicyReading reading = PolicyReading.of(environment, team);
    if (!reading.faults().isEmpty()) {
      throw new IllegalStateException("ES-001: " + String.join("; ", reading.faults()));
    }
    return new Policy(reading.rules(), team, channels);
  }

  private static Optional<SignedWebhook> webhook(PageSettings.Webhook settings) {
    @Nullable URI url = settings.url();
    @Nullable String secret = settings.secret();
    if (url == null && secret == null) {
      return Optional.empty();
    }
    if (url == null || secret == null) {
      throw new IllegalStateException(
          "assistant.escalation.webhook needs both url and secret (whsec_ and a key in Base64);"
              + " set the one that is missing, or remove the other");
    }
    return Optional.of(new SignedWebhook(url, new Secret(secret), TIMEOUT));
  }

  static Optional<EmailNotice> email(PageSettings settings, MailProperties mail) {
    String host = mail.getHost();
    if (host == null || host.isBlank()) {
      return Optional.empty();
    }
    String from = settings.emailFrom() != null ? settings.emailFrom() : mail.getUsername();
    if (from == null) {
      throw new IllegalStateException(
          "pages by e-mail need a sender: set assistant.escalation.email-from");
    }
    return Optional.of(new EmailNotice(account(mail, host).session(), from));
  }

  private static MailAccount account(MailProperties mail, String host) {
    String password = mail.getPassword();
    return new MailAccount(
        mail.getProtocol() == null ? "smtp" : mail.getProtocol(),
        host,
        mail.getPort(),
        mail.getUsername(),
        password == null || password.isBlank() ? null : new Secret(password),
        TIMEOUT,
        mail.getProperties());
  }

  /// The signed webhook, for what is no page.
  static Optional<SignedWebhook> webhook(PageSettings settings) {
    return webhook(settings.webhook());
  }
}
