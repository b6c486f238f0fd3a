package org.healthassistant.assistant.escalation;

import jakarta.mail.Authenticator;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.team.CareTeam;
import org.healthassistant.connector.Secret;
import org.healthassistant.connector.notify.EmailNotice;
import org.healthassistant.connector.notify.SignedWebhook;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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
      JsonMapper json) {
    List<PageChannel> channels = new ArrayList<>();
    webhook(settings.webhook())
        .ifPresent(hook -> channels.add(new WebhookChannel(hook, link, clock, json)));
    email(settings, mail).ifPresent(notice -> channels.add(new EmailChannel(notice, link)));
    return new PageChannels(channels, team);
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

  private static Optional<EmailNotice> email(PageSettings settings, MailProperties mail) {
    if (mail.getHost() == null || mail.getHost().isBlank()) {
      return Optional.empty();
    }
    String from = settings.emailFrom() != null ? settings.emailFrom() : mail.getUsername();
    if (from == null) {
      throw new IllegalStateException(
          "pages by e-mail need a sender: set assistant.escalation.email-from");
    }
    return Optional.of(new EmailNotice(session(mail), from));
  }

  private static Session session(MailProperties mail) {
    Properties properties = new Properties();
    String protocol = mail.getProtocol() == null ? "smtp" : mail.getProtocol();
    String prefix = "mail." + protocol + ".";
    properties.setProperty("mail.transport.protocol", protocol);
    properties.setProperty(prefix + "host", mail.getHost());
    if (mail.getPort() != null) {
      properties.setProperty(prefix + "port", mail.getPort().toString());
    }
    for (String timeout : List.of("connectiontimeout", "timeout", "writetimeout")) {
      properties.setProperty(prefix + timeout, String.valueOf(TIMEOUT.toMillis()));
    }
    properties.setProperty(prefix + "auth", String.valueOf(mail.getUsername() != null));
    properties.putAll(mail.getProperties());
    return Session.getInstance(properties, new Account(mail));
  }

  private static final class Account extends Authenticator {
    private final MailProperties mail;

    Account(MailProperties mail) {
      this.mail = mail;
    }

    @Override
    protected @Nullable PasswordAuthentication getPasswordAuthentication() {
      return mail.getUsername() == null
          ? null
          : new PasswordAuthentication(mail.getUsername(), mail.getPassword());
    }
  }
}
