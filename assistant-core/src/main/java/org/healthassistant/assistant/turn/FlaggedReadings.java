package org.healthassistant.assistant.turn;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.audit.Audit;
import org.healthassistant.assistant.conversation.Channel;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.conversation.Conversations;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.conversation.NewMessage;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.Escalations;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.record.measured.NewReading;
import org.healthassistant.assistant.record.measured.NewReadings;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.safety.TriageDecision;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.turn.reading.CheckIn;
import org.healthassistant.assistant.turn.reading.Flagged;
import org.healthassistant.assistant.turn.reading.ReadingScreen;
import org.springframework.stereotype.Component;

/// **T2** of readings that come without a message: a flagged one becomes a message of its
/// patient's conversation, with its escalation and what is said for its level, in the transaction
/// that keeps the reading. How the patient feels is then asked by a message of its own; the
/// answer can only raise. Who is reached by text is told there that a message waits.
///
/// The same rules are told of once an hour; a higher level, or another rule, at once.
@Component
class FlaggedReadings implements NewReadings {

  /// Who writes these messages, in place of the patient.
  static final String WRITER = "device";

  private static final Duration NOT_AGAIN_WITHIN = Duration.ofHours(1);
  private static final int LOOK_BACK = 20;

  private final ReadingScreen screen;
  private final Conversations conversations;
  private final Messages messages;
  private final Escalations escalations;
  private final Composer composer;
  private final ReplyStore replies;
  private final CheckIn checkIn;
  private final Audit audit;

  FlaggedReadings(
      ReadingScreen screen,
      Conversations conversations,
      Messages messages,
      Escalations escalations,
      Composer composer,
      ReplyStore replies,
      CheckIn checkIn,
      Audit audit) {
    this.screen = screen;
    this.conversations = conversations;
    this.messages = messages;
    this.escalations = escalations;
    this.composer = composer;
    this.replies = replies;
    this.checkIn = checkIn;
    this.audit = audit;
  }

  @Override
  public void taken(Subject subject, List<NewReading> readings) {
    screen.flag(subject.id(), readings).ifPresent(flagged -> {
      Instant now = checkIn.now();
      if (!isTold(subject, flagged, now)) {
        tell(subject, flagged, now);
      }
    });
  }

  private boolean isTold(Subject subject, Flagged flagged, Instant now) {
    return messages
        .recentOfPatient(subject.id(), now.minus(NOT_AGAIN_WITHIN), now, LOOK_BACK)
        .stream()
        .filter(message -> message.authorId().filter(WRITER::equals).isPresent())
        .flatMap(message -> message.decision().stream())
        .anyMatch(before -> before.level().atLeast(flagged.level())
            && before.findings().stream()
                .map(finding -> finding.rule())
                .toList()
                .containsAll(flagged.rules()));
  }

  private void tell(Subject subject, Flagged flagged, Instant now) {
    Conversation conversation = conversation(subject);
    List<String> lines = checkIn.lines(flagged, conversation.language());
    String text = checkIn.text(lines, conversation.language());
    String id = Ids.next();
    TriageDecision decision = flagged.decision(id, lines, text);
    ReplyPlan plan = plan(decision, conversation);
    Message message = messages
        .append(
            subject,
            conversation,
            NewMessage.ofPatient(id, text, Optional.empty(), decision, plan.planned(true), now)
                .writtenBy(WRITER))
        .orElseThrow(() -> new IllegalStateException("a message of new id was not stored"));
    audit.append(
        Audit.Actor.SYSTEM,
        "reading-flagged",
        Optional.of(subject.id()),
        new Audit.ObjectRef("message", id),
        decision.level() + " " + decision.packId());
    Escalation open = escalations.openOrRaise(subject, message, decision, false);
    Turn turn = composer.compose(
        message, plan, Optional.of(open), conversation.language(), Optional.empty());
    replies.store(subject, conversation, message, turn, plan.smsPurpose());
    if (decision.level() != Level.EMERGENCY && conversation.takenOverBy().isEmpty()) {
      checkIn.ask(subject, conversation, message, now);
    }
    checkIn.tellByText(subject, decision.level(), now);
  }

  /// What is said for the level; where a person has the conversation, that person speaks.
  private static ReplyPlan plan(TriageDecision decision, Conversation conversation) {
    if (decision.level() == Level.EMERGENCY) {
      return new ReplyPlan.Emergency();
    }
    return conversation.takenOverBy().isPresent() && !decision.level().atLeast(Level.SAME_DAY)
        ? new ReplyPlan.Silent()
        : new ReplyPlan.SafetyOnly();
  }

  /// The patient's own last conversation by web, begun where there is none: a text that nobody
  /// started needs a consent of its own.
  private Conversation conversation(Subject subject) {
    return conversations.ofSubject(subject.id()).stream()
        .filter(one -> one.channel() == Channel.WEB && one.caregiver().isEmpty())
        .findFirst()
        .orElseGet(() -> conversations.beginWeb(subject.id(), checkIn.language(subject)));
  }

  /// Whether a person wrote a message for the patient, rather than a device of the patient's.
  static boolean isOfPerson(Message message) {
    return message.authorId().filter(id -> !id.equals(WRITER)).isPresent();
  }
}
