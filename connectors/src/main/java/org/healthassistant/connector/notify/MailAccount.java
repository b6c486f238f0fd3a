package org.healthassistant.connector.notify;

import jakarta.mail.Authenticator;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.healthassistant.connector.Secret;
import org.jspecify.annotations.Nullable;

/// How to reach a mail server.
///
/// @param protocol `smtp` or `smtps`
/// @param port null: the protocol's usual one
/// @param username null: the server asks for none
/// @param password null: none
/// @param timeout for connecting, reading and writing, each
/// @param properties further settings of Jakarta Mail, which win over the others
public record MailAccount(
    String protocol,
    String host,
    @Nullable Integer port,
    @Nullable String username,
    @Nullable Secret password,
    Duration timeout,
    Map<String, String> properties) {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

  /// Copies the properties.
  public MailAccount {
    properties = Map.copyOf(properties);
  }

  /// A session for [EmailNotice]; opens no connection.
  ///
  /// By `smtp` to another machine the connection must be encrypted (STARTTLS) before anything
  /// is said: a page, and the account's password, never travel in the open because a server, or
  /// whoever stands in between, offers no encryption. `mail.smtp.starttls.required=false` among
  /// the properties lifts that.
  public Session session() {
    Properties all = new Properties();
    String prefix = "mail." + protocol + ".";
    all.setProperty("mail.transport.protocol", protocol);
    all.setProperty("mail.transport.protocol.rfc822", protocol);
    all.setProperty(prefix + "host", host);
    if (port != null) {
      all.setProperty(prefix + "port", port.toString());
    }
    for (String phase : List.of("connectiontimeout", "timeout", "writetimeout")) {
      all.setProperty(prefix + phase, String.valueOf(timeout.toMillis()));
    }
    all.setProperty(prefix + "auth", String.valueOf(username != null));
    boolean outside = protocol.equals("smtp") && !LOOPBACK.contains(host);
    all.setProperty("mail.smtp.starttls.enable", String.valueOf(outside));
    all.setProperty("mail.smtp.starttls.required", String.valueOf(outside));
    properties.forEach(all::setProperty);
    return Session.getInstance(all, new Login(this));
  }

  @Override
  public String toString() {
    return "MailAccount[" + host + ", [REDACTED]]";
  }

  private static final class Login extends Authenticator {
    private final MailAccount account;

    Login(MailAccount account) {
      this.account = account;
    }

    @Override
    protected @Nullable PasswordAuthentication getPasswordAuthentication() {
      Secret password = account.password();
      return account.username() == null || password == null
          ? null
          : new PasswordAuthentication(account.username(), password.reveal());
    }
  }
}
