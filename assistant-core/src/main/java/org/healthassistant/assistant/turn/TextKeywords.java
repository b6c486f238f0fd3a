package org.healthassistant.assistant.turn;

import java.time.Instant;
import java.util.List;
import org.healthassistant.assistant.delivery.SmsPurpose;
import org.healthassistant.assistant.patient.PhoneNumbers;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.safety.TriageDecision;
import org.springframework.stereotype.Component;

/// What the words STOP, START and HELP do when they come by SMS. An emergency outranks them: its
/// wording goes out, whatever else the text says.
@Component
class TextKeywords {

  private final PhoneNumbers numbers;
  private final Composer composer;

  TextKeywords(PhoneNumbers numbers, Composer composer) {
    this.numbers = numbers;
    this.composer = composer;
  }

  /// Opts the number out or in, in the caller's transaction.
  void obey(Inbound inbound, Sender sender, Instant now) {
    if (inbound instanceof Inbound.Sms sms && sender.number().isPresent()) {
      String hash = sender.number().get().numberHash();
      switch (sms.keyword()) {
        case STOP -> numbers.optOut(hash, now);
        case START -> numbers.optOut(hash, null);
        case HELP, NONE -> {}
      }
    }
  }

  /// What a keyword is answered with; empty when there is none, or an emergency is answered
  /// instead.
  List<String> reply(Inbound inbound, TriageDecision decision, String language) {
    if (decision.level() == Level.EMERGENCY || !(inbound instanceof Inbound.Sms sms)) {
      return List.of();
    }
    return switch (sms.keyword()) {
      case STOP -> List.of(composer.own("stop", language));
      case START -> List.of(composer.own("start", language));
      case HELP -> composer.help(language);
      case NONE -> List.of();
    };
  }

  static boolean isOne(Inbound inbound) {
    return inbound instanceof Inbound.Sms sms && sms.keyword() != Inbound.Keyword.NONE;
  }

  /// The lowest level of a message with that keyword: HELP may be a cry for it.
  static Level atLeast(Inbound inbound) {
    return inbound instanceof Inbound.Sms sms && sms.keyword() == Inbound.Keyword.HELP
        ? Level.SAME_DAY
        : Level.SELF_CARE;
  }

  /// Why the reply goes out, which decides how it is sent.
  static SmsPurpose purpose(Inbound inbound, TriageDecision decision) {
    if (decision.level() == Level.EMERGENCY) {
      return SmsPurpose.EMERGENCY;
    }
    if (inbound instanceof Inbound.Sms sms) {
      return switch (sms.keyword()) {
        case STOP -> SmsPurpose.OPT_OUT_CONFIRMATION;
        case START, HELP -> SmsPurpose.KEYWORD;
        case NONE -> SmsPurpose.ANSWER;
      };
    }
    return SmsPurpose.ANSWER;
  }
}
