package org.healthassistant.assistant.sms;

import java.util.regex.Pattern;
import org.healthassistant.assistant.patient.PhoneNumbers;
import org.healthassistant.assistant.turn.Accepted;
import org.healthassistant.assistant.turn.Corridor;
import org.healthassistant.assistant.turn.Inbound;
import org.healthassistant.assistant.words.StaffWords;
import org.healthassistant.connector.sms.InboundSms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Hands a text that came in to the corridor, whatever the gateway.
@Component
class InboundTextHandler {

  private static final Logger LOG = LoggerFactory.getLogger(InboundTextHandler.class);

  /// What a gateway's id of a message may be; longer ones do not fit where repeats are
  /// recognised.
  private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{1,128}");

  /// `whatsapp:+1…`, `messenger:…`: who writes there does not read what is sent by SMS.
  private static final Pattern OTHER_CHANNEL = Pattern.compile("\\s*\\p{L}[\\p{L}\\d+.-]*:");

  private static final Pattern SHORT_CODE = Pattern.compile("[0-9A-Za-z]{1,16}");

  private final Corridor corridor;
  private final PhoneNumbers numbers;
  private final Keywords keywords;
  private final RejectionReplies rejections;
  private final StaffWords staff;

  InboundTextHandler(
      Corridor corridor,
      PhoneNumbers numbers,
      Keywords keywords,
      RejectionReplies rejections,
      StaffWords staff) {
    this.staff = staff;
    this.corridor = corridor;
    this.numbers = numbers;
    this.keywords = keywords;
    this.rejections = rejections;
  }

  /// Takes a text: when this returns it is stored, or it was screened and refused and the
  /// sender is told by text. Waits for no reply.
  ///
  /// @return what became of it
  /// @throws UnusableText if a number or the id is none
  /// @throws RuntimeException if the database did not take it: the gateway must hear no success
  Accepted take(InboundSms sms) {
    if (!ID.matcher(sms.providerMessageId()).matches()) {
      throw new UnusableText("id", "must be 1 to 128 visible ASCII characters");
    }
    if (OTHER_CHANNEL.matcher(sms.from()).lookingAt()) {
      LOG.warn(
          "SM-006: gateway {} gave a message of another channel than SMS, which was not taken;"
              + " point only the SMS number at this address",
          sms.gateway());
      throw new UnusableText("from", "must be a phone number: only SMS is taken here");
    }
    String from = numbers
        .e164(sms.from())
        .orElseThrow(() -> new UnusableText("from", "must be a phone number"));
    String to = own(sms.to());
    Accepted accepted = corridor.accept(new Inbound.Sms(
        sms.gateway(),
        sms.providerMessageId(),
        from,
        to,
        words(sms),
        sms.at(),
        keywords.match(sms.text()),
        sms.pictures() > 0));
    switch (accepted) {
      case Accepted.Stored stored -> {}
      case Accepted.Heard heard -> {}
      case Accepted.Refused refused -> rejections.send(from, to, refused.reason());
      case Accepted.OtherText other ->
        LOG.warn(
            "SM-002: gateway {} gave the id of message {} to another text, which was not taken",
            sms.gateway(),
            other.messageId());
      case Accepted.Busy busy ->
        throw new IllegalStateException("SM-005: more texts come in than can be taken");
      case Accepted.NoConversation none ->
        throw new IllegalStateException("SM-003: a text found no conversation");
    }
    return accepted;
  }

  /// What was written; where a picture came, a line that says so to whoever reads it.
  private String words(InboundSms sms) {
    if (sms.pictures() == 0) {
      return sms.text();
    }
    return (sms.text() + "\n" + staff.say("sms.picture")).strip();
  }

  private String own(String to) {
    return numbers.e164(to).orElseGet(() -> {
      if (!SHORT_CODE.matcher(to).matches()) {
        throw new UnusableText("to", "must be a phone number or a short code");
      }
      return to;
    });
  }
}
