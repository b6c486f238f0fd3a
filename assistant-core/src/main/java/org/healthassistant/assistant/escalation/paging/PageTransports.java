package org.healthassistant.assistant.escalation.paging;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.healthassistant.connector.Secret;
import org.healthassistant.connector.notify.EmailNotice;
import org.healthassistant.connector.notify.MailAccount;
import org.healthassistant.connector.notify.SignedWebhook;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.mail.autoconfigure.MailProperties;

/// What pages, and the watchdog's alerts, go out by as far as it is configured.
///
/// @param webhook where every page is posted; empty: nowhere
/// @param email the account that mails; empty: none
public record PageTransports(Optional<SignedWebhook> webhook, Optional<EmailNotice> email) {

  /// A page that is not answered in this time has failed: the next attempt must not wait
  /// longer.
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  /// Reads the settings.
  ///
  /// @throws IllegalStateException if half of a transport is configured; the message names the
  ///     setting that is missing
  static PageTransports of(PageSettings settings, MailProperties mail) {
    return new PageTransports(webhook(settings.webhook()), email(settings, mail));
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
}
