package org.healthassistant.assistant.turn.draft;

import java.time.Instant;
import java.util.function.Consumer;
import org.healthassistant.assistant.TestService;
import org.healthassistant.assistant.answer.Answer;
import org.healthassistant.assistant.answer.AnswerDesk;
import org.healthassistant.assistant.answer.AnswerSentence;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.conversation.Replies;
import org.healthassistant.assistant.library.PendingText;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.turn.screening.MessageReadings;

/// Drafts answers while something else happens to the patient.
public final class DisturbedDrafting extends Drafting {

  private final Meanwhile meanwhile;
  private int drafts;
  private int shown;

  /// Drafts with the parts of a running service.
  public DisturbedDrafting(TestService service, Meanwhile meanwhile) {
    super(
        service.bean(AnswerDesk.class),
        service.bean(Messages.class),
        service.bean(Replies.class),
        service.bean(DisclosureLog.class),
        service.bean(RealClock.class),
        service.bean(MessageReadings.class));
    this.meanwhile = meanwhile;
  }

  /// Shows so many sentences of each draft before anything happens.
  public DisturbedDrafting showing(int sentences) {
    shown = sentences;
    return this;
  }

  @Override
  public Answer draft(
      Message message,
      Subject subject,
      ReplyPreconditions preconditions,
      PendingText pending,
      Instant end,
      Consumer<AnswerSentence> showing) {
    Answer answer = super.draft(message, subject, preconditions, pending, end, showing);
    drafts++;
    answer.sentences().stream().limit(shown).forEach(showing);
    meanwhile.happen(drafts);
    return answer;
  }

  /// How many drafts were made.
  public int drafts() {
    return drafts;
  }

  /// What happens while a draft is made.
  @FunctionalInterface
  public interface Meanwhile {
    /// @param draft the number of the draft, from 1
    void happen(int draft);
  }
}
