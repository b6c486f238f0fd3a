package org.healthassistant.assistant.turn;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.audit.Audit;
import org.healthassistant.assistant.conversation.Conversations;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.conversation.Message.Outcome;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.conversation.NewMessage;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.Escalations;
import org.healthassistant.assistant.patient.Consents;
import org.healthassistant.assistant.patient.Purpose;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.safety.ScreenedText;
import org.healthassistant.assistant.safety.TriageDecision;
import org.healthassistant.assistant.safety.WindowVector;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.Tasks;
import org.healthassistant.assistant.store.Transactions;
import org.springframework.stereotype.Component;

/// **T1**: the transaction in which a message is screened and stored with its decision, its
/// escalation and the work that follows. After it nothing of the message can be lost; before it the
/// sender hears no success. It waits for no vector, model, index, network or lease.
@Component
class Admission {

  /// Longer messages are not answered as questions; they are screened whole all the same.
  static final int LONGEST = 4_000;

  private final Senders senders;
  private final MessageScreen screening;
  private final Messages messages;
  private final Conversations conversations;
  private final Escalations escalations;
  private final Consents consents;
  private final TextKeywords keywords;
  private final Pace pace;
  private final Languages languages;
  private final Composer composer;
  private final ReplyStore replies;
  private final Audit audit;
  private final Tasks tasks;
  private final TurnBudget budget;
  private final RealClock clock;
  private final Transactions transactions;

  Admission(
      Senders senders,
      MessageScreen screening,
      Messages messages,
      Conversations conversations,
      Escalations escalations,
      Consents consents,
      TextKeywords keywords,
      Pace pace,
      Languages languages,
      Composer composer,
      ReplyStore replies,
      Audit audit,
      Tasks tasks,
      TurnBudget budget,
      RealClock clock,
      Transactions transactions) {
    this.senders = senders;
    this.screening = screening;
    this.messages = messages;
    this.conversations = conversations;
    this.escalations = escalations;
    this.consents = consents;
    this.keywords = keywords;
    this.pace = pace;
    this.languages = languages;
    this.composer = composer;
    this.replies = replies;
    this.audit = audit;
    this.tasks = tasks;
    this.budget = budget;
    this.clock = clock;
    this.transactions = transactions;
  }

  /// Runs T1.
  ///
  /// @param vectors the message's windows, where they came in time
  /// @param mayRefuse false: what would be refused is accepted, because its meaning could not be
  /// read
  Accepted admit(Inbound inbound, Optional<List<WindowVector>> vectors, boolean mayRefuse) {
    return transactions.durable(() -> senders
        .lock(inbound)
        .map(sender -> admit(inbound, sender, vectors, mayRefuse))
        .orElseGet(Accepted.NoConversation::new));
  }

  private Accepted admit(
      Inbound inbound, Sender sender, Optional<List<WindowVector>> vectors, boolean mayRefuse) {
    Optional<Message> before =
        sender.repeat().flatMap(id -> messages.repeatOf(sender.conversation().id(), id));
    if (before.isPresent()) {
      return repeated(inbound, before.get());
    }
    Instant now = clock.instant();
    String id = Ids.next();
    TriageDecision decision = screening.decide(
        sender.subject().id(),
        new ScreenedText(id, inbound.text()),
        now,
        vectors,
        asksForPerson(inbound) ? Level.ROUTINE : TextKeywords.atLeast(inbound));
    if (mayRefuse && !decision.level().atLeast(Level.SAME_DAY)) {
      Optional<Accepted.Refused> refused = refusal(inbound, sender);
      if (refused.isPresent()) {
        return refused.get();
      }
    }
    return store(inbound, sender, decision, id, now);
  }

  private Accepted repeated(Inbound inbound, Message before) {
    return messages.sameText(before, inbound.text())
        ? stored(before, true, escalations.open(before.subjectId()))
        : new Accepted.OtherText(before.id());
  }

  private Optional<Accepted.Refused> refusal(Inbound inbound, Sender sender) {
    if (inbound.text().length() > LONGEST) {
      return Optional.of(new Accepted.Refused(Accepted.Reason.TOO_LONG, Optional.empty()));
    }
    if (inbound instanceof Inbound.Web && !consents.granted(sender.subject().id(), Purpose.CHAT)) {
      return Optional.of(new Accepted.Refused(Accepted.Reason.NO_CONSENT, Optional.empty()));
    }
    return pace.tooFast(sender.subject().id())
        .map(wait -> new Accepted.Refused(Accepted.Reason.TOO_FAST, Optional.of(wait)));
  }

  private Accepted store(
      Inbound inbound, Sender sender, TriageDecision decision, String id, Instant now) {
    String language = languages.of(inbound.text(), sender.conversation());
    conversations.language(sender.conversation().id(), language);
    Outcome outcome = outcome(inbound, sender, decision);
    Message message = messages
        .append(
            sender.subject(),
            sender.conversation(),
            writtenFor(
                inbound,
                NewMessage.ofPatient(id, inbound.text(), sender.repeat(), decision, outcome, now)))
        .orElseThrow(() -> new IllegalStateException("a message of new id was not stored"));
    audit.append(
        Audit.Actor.patient(sender.subject().patientId().orElse(sender.subject().id())),
        "message-accepted",
        Optional.of(sender.subject().id()),
        new Audit.ObjectRef("message", id),
        decision.level()
            + " "
            + decision.packId()
            + message.authorId().map(who -> " by " + who).orElse(""));
    Optional<Escalation> open = escalate(inbound, sender, message, decision);
    keywords.obey(inbound, sender, now);
    if (outcome == Outcome.ANSWER) {
      Instant due = inbound instanceof Inbound.Web ? now.plus(budget.length()) : now;
      tasks.schedule(ReplyTask.NAME, id, due);
    } else {
      replyNow(inbound, sender, message, decision, open, language);
    }
    return stored(message, false, open);
  }

  private Optional<Escalation> escalate(
      Inbound inbound, Sender sender, Message message, TriageDecision decision) {
    if (!decision.level().atLeast(Level.ROUTINE)) {
      return escalations.open(sender.subject().id());
    }
    return Optional.of(escalations.openOrRaise(
        sender.subject(),
        message,
        decision,
        asksForPerson(inbound) || decision.categories().contains(MessageScreen.HUMAN)));
  }

  /// The replies that need no evidence are stored with the message.
  private void replyNow(
      Inbound inbound,
      Sender sender,
      Message message,
      TriageDecision decision,
      Optional<Escalation> open,
      String language) {
    String replyId = Ids.next();
    List<String> fixed = keywords.reply(inbound, decision, language);
    boolean silent = fixed.isEmpty() && !decision.level().atLeast(Level.SAME_DAY);
    Turn turn = composer.turn(
        message,
        replyId,
        decision,
        open,
        silent || !fixed.isEmpty() ? List.of() : composer.safety(decision, open, language),
        null,
        fixed,
        language);
    replies.store(
        sender.subject(),
        sender.conversation(),
        replyId,
        turn,
        TextKeywords.purpose(inbound, decision));
  }

  private static Outcome outcome(Inbound inbound, Sender sender, TriageDecision decision) {
    if (decision.level() == Level.EMERGENCY || TextKeywords.isOne(inbound)) {
      return Outcome.FIXED;
    }
    boolean silent = sender.conversation().takenOverBy().isPresent() || sender.optedOut();
    // Without its meaning it goes the longer way, on which the meaning is read before the silence.
    return silent && decision.meaningRead() ? Outcome.SILENT : Outcome.ANSWER;
  }

  private static NewMessage writtenFor(Inbound inbound, NewMessage message) {
    return inbound instanceof Inbound.Web web
        ? web.actingFor().map(message::writtenBy).orElse(message)
        : message;
  }

  private static boolean asksForPerson(Inbound inbound) {
    return inbound instanceof Inbound.Web web && web.asksForPerson();
  }

  private Accepted.Stored stored(Message message, boolean repeat, Optional<Escalation> open) {
    TriageDecision decision = message.decision().orElseThrow();
    Optional<Turn> done = replies.find(message.id());
    List<Turn.Sentence> fixed = done.isPresent()
        ? List.of()
        : composer.safety(
            decision, open, conversations.get(message.conversationId()).language());
    return new Accepted.Stored(
        message.id(),
        message.conversationId(),
        repeat,
        composer.triage(decision, open),
        fixed,
        done);
  }
}
