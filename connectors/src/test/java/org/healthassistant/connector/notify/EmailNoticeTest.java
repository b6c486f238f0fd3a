package org.healthassistant.connector.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailNoticeTest {
  @RegisterExtension
  static final GreenMailExtension SERVER =
      new GreenMailExtension(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @Test
  void sendsPlainTextUnderOurOwnMessageId() throws MessagingException, IOException {
    NotificationOutcome outcome = notice(SERVER.getSmtp().getPort())
        .send("page 7/1", "nurse@example.org", "A page\r\nBcc: x@example.org", "Caso nuevo: ñ");
    assertThat(outcome).isEqualTo(new NotificationOutcome.Accepted());
    assertThat(SERVER.getReceivedMessages()).hasSize(1);
    MimeMessage mail = SERVER.getReceivedMessages()[0];
    assertThat(mail.getMessageID()).isEqualTo("<page-7-1@assistant.example.org>");
    assertThat(mail.getSubject()).isEqualTo("A page Bcc: x@example.org");
    assertThat(mail.getHeader("Bcc")).isNull();
    assertThat(mail.getFrom()[0]).hasToString("Care <care@assistant.example.org>");
    assertThat(mail.getAllRecipients()).hasSize(1);
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getContent().toString().strip()).isEqualTo("Caso nuevo: ñ");
    assertThat(GreenMailUtil.getHeaders(mail)).contains("charset=UTF-8");
  }

  @Test
  void sendsARepeatUnderTheSameMessageId() throws MessagingException {
    var notice = notice(SERVER.getSmtp().getPort());
    notice.send("page-8", "nurse@example.org", "s", "b");
    notice.send("page-8", "nurse@example.org", "s", "b");
    assertThat(SERVER.getReceivedMessages()).hasSize(2);
    assertThat(SERVER.getReceivedMessages()[0].getMessageID())
        .isEqualTo(SERVER.getReceivedMessages()[1].getMessageID());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nurse", "a@b@c", "nurse@", "two@example.org, three@example.org"})
  void refusesWhatIsNotOneAddress(String to) {
    assertThat(notice(SERVER.getSmtp().getPort()).send("id", to, "s", "b"))
        .isEqualTo(new NotificationOutcome.Refused("address-invalid"));
    assertThat(SERVER.getReceivedMessages()).isEmpty();
  }

  @Test
  void triesLaterWhenTheServerIsAway() {
    assertThat(notice(1).send("id", "nurse@example.org", "s", "b"))
        .isEqualTo(new NotificationOutcome.TryLater("mail-server", null));
  }

  @Test
  void needsASenderThatCanBeRead() {
    Session session = Session.getInstance(new Properties());
    assertThatThrownBy(() -> new EmailNotice(session, "nobody"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static EmailNotice notice(int port) {
    var properties = new Properties();
    properties.setProperty("mail.transport.protocol", "smtp");
    properties.setProperty("mail.smtp.host", "127.0.0.1");
    properties.setProperty("mail.smtp.port", Integer.toString(port));
    properties.setProperty("mail.smtp.connectiontimeout", "2000");
    properties.setProperty("mail.smtp.timeout", "2000");
    return new EmailNotice(Session.getInstance(properties), "Care <care@assistant.example.org>");
  }
}
