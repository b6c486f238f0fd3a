package org.healthassistant.connector.notify;

import jakarta.mail.Session;

/// Sends short plain-text mails through a mail session handed in.
public final class EmailNotice {
  /// Mails from one address.
  ///
  /// @param session configured with host, port and time-outs
  /// @param from the sender's address
  /// @throws IllegalArgumentException if the address cannot be read
  public EmailNotice(Session session, String from) {}

  /// Sends once. The Message-ID is made from the id, so a repeat can be recognised.
  ///
  /// @param id our own key of the notice
  /// @param to one address
  /// @param subject one line
  public Outcome send(String id, String to, String subject, String body) {
    throw new UnsupportedOperationException();
  }
}
