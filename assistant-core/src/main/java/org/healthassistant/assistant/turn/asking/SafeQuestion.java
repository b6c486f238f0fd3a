package org.healthassistant.assistant.turn.asking;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.protocol.SymptomProtocols;
import org.healthassistant.assistant.safety.Finding;
import org.healthassistant.assistant.safety.FixedWording;
import org.healthassistant.assistant.safety.TriageDecision;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.knowledge.text.Language;
import org.springframework.stereotype.Component;

/// Knows when a patient was asked whether the person is safe, so that the answer is understood.
///
/// The question is a sentence of the fixed wording; it waits from the moment in which a reply
/// that has it is stored, in the same transaction.
@Component
public class SafeQuestion {

  private final FixedWording wording;
  private final SymptomQuestions questions;
  private final RealClock clock;

  SafeQuestion(FixedWording wording, SymptomQuestions questions, RealClock clock) {
    this.wording = wording;
    this.questions = questions;
    this.clock = clock;
  }

  /// Keeps that a reply asks it, and schedules what follows if nobody answers. Does nothing where
  /// it does not. In the caller's transaction, which holds the subject's lock.
  ///
  /// @param message what is replied to, with its decision
  /// @param said the sentences of the reply
  public void heed(Subject subject, Message message, Collection<String> said, Language language) {
    if (wording.asksIfSafe(said, language).isPresent()) {
      Instant now = clock.instant();
      Asked open = new Asked(
          message.id(),
          message.id(),
          SymptomProtocols.askedIfSafe(category(message.decision().orElseThrow())),
          Asked.State.OPEN,
          false);
      questions.ask(subject, message.conversationId(), open, now);
    }
  }

  /// The category that asks, of the most urgent finding of one.
  private String category(TriageDecision decision) {
    return decision.categories().stream()
        .filter(wording::asksAbout)
        .findFirst()
        .orElse(Finding.UNCLEAR);
  }

  /// Whether a message is an answer to it.
  public static boolean isAnswer(TriageDecision decision) {
    return decision.findings().stream()
        .anyMatch(finding -> SymptomProtocols.isAnswerIfSafe(finding.rule()));
  }

  /// Whether questions are this one.
  static boolean isIt(Optional<Asked> asked) {
    return asked.filter(each -> SymptomProtocols.asksIfSafe(each.progress())).isPresent();
  }
}
