package org.healthassistant.assistant.turn.draft;

import java.time.Instant;
import org.healthassistant.assistant.TestService;
import org.healthassistant.assistant.answer.Answer;
import org.healthassistant.assistant.answer.AnswerDesk;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.library.PendingVectors;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.store.RealClock;

/// Drafts answers while something else happens to the patient.
public final class DisturbedDrafting extends Drafting {

  private final Meanwhile meanwhile;
  private int drafts;

  /// Drafts with the parts of a running service.
  public DisturbedDrafting(TestService service, Meanwhile meanwhile) {
    super(
        service.bean(AnswerDesk.class),
        service.bean(Messages.class),
        service.bean(DisclosureLog.class),
        service.bean(RealClock.class));
    this.meanwhile = meanwhile;
  }

  @Override
  public Answer draft(
      Message message,
      Subject subject,
      ReplyPreconditions preconditions,
      PendingVectors vectors,
      Instant end) {
    Answer answer = super.draft(message, subject, preconditions, vectors, end);
    drafts++;
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
