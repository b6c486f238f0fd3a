package org.healthassistant.connector.notify;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;

/// Sends short plain-text mails through a mail session handed in, which is what opens the
/// connection.
///
/// Safe for use by many threads.
public final class EmailNotice {
  private final Session session;
  private final InternetAddress from;

  /// Mails from one address.
  ///
  /// @param session configured with host, port and time-outs; without time-outs a silent server
  /// blocks for ever
  /// @param from the sender's address
  /// @throws IllegalArgumentException if the address cannot be read
  public EmailNotice(Session session, String from) {
    this.session = session;
    try {
      this.from = address(from);
    } catch (AddressException e) {
      throw new IllegalArgumentException("the sender must be one e-mail address", e);
    }
  }

  /// Sends once. Blocks, so it is called on a virtual thread.
  ///
  /// The Message-ID is made from the id, so that a repeat can be recognised. Marked as sent by
  /// a machine, so that no absence notice comes back.
  ///
  /// @param id our own key of the notice
  /// @param to one address
  /// @param subject one line; line breaks become spaces
  /// @param body plain text
  public NotificationOutcome send(String id, String to, String subject, String body) {
    try {
      Transport.send(message(id, to, subject, body));
      return new NotificationOutcome.Accepted();
    } catch (AddressException e) {
      return new NotificationOutcome.Refused("address-invalid");
    } catch (AuthenticationFailedException e) {
      return new NotificationOutcome.Refused("auth-failed");
    } catch (SendFailedException e) {
      boolean refused = e.getInvalidAddresses() != null && e.getInvalidAddresses().length > 0;
      return refused
          ? new NotificationOutcome.Refused("address-refused")
          : new NotificationOutcome.TryLater("send-failed", null);
    } catch (MessagingException e) {
      return new NotificationOutcome.TryLater("mail-server", null);
    }
  }

  private MimeMessage message(String id, String to, String subject, String body)
      throws MessagingException {
    var message = new KeyedMessage(session, messageId(id));
    message.setFrom(from);
    message.setRecipient(Message.RecipientType.TO, address(to));
    message.setSubject(subject.replaceAll("\\R", " "), StandardCharsets.UTF_8.name());
    message.setText(body, StandardCharsets.UTF_8.name());
    message.setHeader("Auto-Submitted", "auto-generated");
    return message;
  }

  private String messageId(String id) {
    String domain = from.getAddress().substring(from.getAddress().indexOf('@') + 1);
    return "<" + id.replaceAll("[^A-Za-z0-9._-]", "-") + "@" + domain + ">";
  }

  private static InternetAddress address(String text) throws AddressException {
    var address = new InternetAddress(text, true);
    if (address.getAddress().indexOf('@') < 0) {
      throw new AddressException("no domain");
    }
    return address;
  }

  /// A message that keeps our Message-ID when it is saved.
  private static final class KeyedMessage extends MimeMessage {
    private final String messageId;

    KeyedMessage(Session session, String messageId) {
      super(session);
      this.messageId = messageId;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", messageId);
    }
  }
}
