package org.healthassistant.assistant.escalation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.healthassistant.assistant.conversation.Conversations;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.safety.TriageDecision;
import org.healthassistant.assistant.store.Ids;
import org.springframework.stereotype.Component;

/// Opens, raises and finds escalations. A subject has at most one open; further messages join
/// it.
@Component
public class Escalations {

  /// The wake-up topic of everybody who watches the inbox.
  public static final String TOPIC = "escalations";

  private static final String PATIENT = "patient";
  private static final int PORTION = 1000;

  private final EscalationRows rows;
  private final EscalationHistory history;
  private final EscalationLedger ledger;
  private final AcceptedPages pages;
  private final EscalationTasks tasks;
  private final Conversations conversations;
  private final Messages messages;
  private final ReplyWithin replyWithin;

  Escalations(
      EscalationRows rows,
      EscalationHistory history,
      EscalationLedger ledger,
      AcceptedPages pages,
      EscalationTasks tasks,
      Conversations conversations,
      Messages messages,
      ReplyWithin replyWithin) {
    this.rows = rows;
    this.history = history;
    this.ledger = ledger;
    this.pages = pages;
    this.tasks = tasks;
    this.conversations = conversations;
    this.messages = messages;
    this.replyWithin = replyWithin;
  }

  /// The open escalation of a subject, or empty.
  public Optional<Escalation> open(String subjectId) {
    return rows.open(subjectId);
  }

  /// The escalation of that id, or empty.
  public Optional<Escalation> find(String id) {
    return rows.find(id);
  }

  /// Those of a filter, most urgent first, then oldest.
  public List<Escalation> list(EscalationFilter filter) {
    return rows.list(filter);
  }

  /// Those changed after a moment, oldest change first: what a watcher missed. However many there
  /// are: read in portions, each after the last of the one before.
  public List<Escalation> changedAfter(Instant at) {
    List<Escalation> all = new ArrayList<>();
    List<Escalation> portion = rows.changedAfter(at, "", PORTION);
    all.addAll(portion);
    while (portion.size() == PORTION) {
      Escalation last = portion.getLast();
      portion = rows.changedAfter(last.changedAt(), last.id(), PORTION);
      all.addAll(portion);
    }
    return List.copyOf(all);
  }

  /// What waits for somebody to take it, in numbers; read without reading the escalations.
  public Waiting waiting() {
    return rows.waiting();
  }

  /// What nobody has acknowledged.
  ///
  /// @param newest when the newest emergency among it became one; empty: there is none
  public record Waiting(int all, int emergencies, Optional<Instant> newest) {}

  /// The history of an escalation, oldest first.
  public List<EscalationEvent> history(String escalationId) {
    return history.forEscalation(escalationId);
  }

  /// Opens an escalation for a message at `ROUTINE` or above, or joins the message to the open
  /// one, raising it where the message is more urgent; schedules its pages. In the caller's
  /// transaction, which holds the subject's lock.
  ///
  /// @param message stored in the same transaction
  /// @param asksForPerson whether the patient asks for a person
  public Escalation openOrRaise(
      Subject subject, Message message, TriageDecision decision, boolean asksForPerson) {
    return rows.open(subject.id())
        .map(found -> join(ledger.held(found), message, decision, asksForPerson))
        .orElseGet(() -> begin(subject, message, decision, asksForPerson));
  }

  /// Those of the escalations whose patient cannot be reached by text: somebody has to call.
  public Set<String> withFailedText(Collection<String> ids) {
    return history.withKind(ids, EventKind.TEXT_FAILED);
  }

  /// Keeps as contact that the patient has seen what a provider wrote; to be called when
  /// messages of the subject were seen. Does nothing where no reply was seen, or contact was
  /// made before.
  public void repliesSeen(String subjectId) {
    if (rows.open(subjectId).filter(e -> e.contactedAt().isEmpty()).isEmpty()) {
      return;
    }
    ledger.changeOpen(subjectId, open -> {
      if (open.now().contactedAt().isEmpty()) {
        countSeenReply(open);
      }
      return open.now();
    });
  }

  /// Heeds that the patient has written, whatever it is: an answer that is not urgent shows
  /// that what a provider wrote was read, and whoever has taken the conversation over owes a
  /// word within some time. In the caller's transaction, which holds the subject's lock.
  ///
  /// A message at `SAME_DAY` or above is no contact: it may be the very concern that waits.
  ///
  /// @param message stored in the same transaction
  public void patientWrote(Message message) {
    rows.open(message.subjectId())
        .filter(open -> open.contactedAt().isEmpty() && !isUrgent(message))
        .map(ledger::held)
        .ifPresent(open -> countAnswer(open, message));
    if (conversations.get(message.conversationId()).takenOverBy().isPresent()) {
      tasks.checkTakeOver(message.conversationId(), message.at());
    }
  }

  /// Heeds that the patient was asked whether the person is safe and did not answer: it is told
  /// to whoever looks after it, and a `SAME_DAY` matter that nobody has taken begins its steps
  /// anew, so that people are paged at once. An `EMERGENCY` is being paged until somebody takes
  /// it. Done once for a message; in the caller's transaction, which holds the subject's lock.
  public void unanswered(Message message) {
    ledger.changeOpen(message.subjectId(), open -> {
      if (!open.hasAbout(EventKind.NO_ANSWER, message.id())) {
        tellOfSilence(open, EscalationEntry.bySystem(EventKind.NO_ANSWER).message(message.id()));
      }
      return open.now();
    });
  }

  /// Tells whoever looks after a patient that calls or texts are not safe. In the caller's
  /// transaction, which holds the subject's lock.
  ///
  /// @param message that says so
  public void contactUnsafe(Message message) {
    ledger.changeOpen(
        message.subjectId(),
        open -> open.record(
            EscalationEntry.by(PATIENT, EventKind.CONTACT_UNSAFE).message(message.id())));
  }

  private void tellOfSilence(EscalationLedger.Open open, EscalationEntry entry) {
    Escalation now = open.now();
    if (now.level() == Level.SAME_DAY && now.wantsPages()) {
      EscalationChange anew = EscalationChange.of(now).nextRound(pages.anyAccepted(now.id()));
      tasks.beginRound(open.apply(anew, entry), open.at());
    } else {
      open.record(entry);
    }
  }

  private static boolean isUrgent(Message message) {
    return message
        .decision()
        .filter(decision -> decision.level().atLeast(Level.SAME_DAY))
        .isPresent();
  }

  private void countAnswer(EscalationLedger.Open open, Message answer) {
    sinceConcern(open.now()).stream()
        .filter(event -> event.kind() == EventKind.REPLIED)
        .flatMap(event -> event.messageId().flatMap(messages::find).stream())
        .filter(reply -> reply.conversationId().equals(answer.conversationId())
            && reply.seq() < answer.seq()
            && !answer.writtenAt().isBefore(reply.at()))
        .findFirst()
        .ifPresent(reply -> open.apply(
            EscalationChange.of(open.now()).contacted(open.at()),
            EscalationEntry.by(PATIENT, EventKind.SEEN).message(reply.id())));
  }

  private void countSeenReply(EscalationLedger.Open open) {
    sinceConcern(open.now()).stream()
        .filter(event -> event.kind() == EventKind.REPLIED)
        .flatMap(event -> event.messageId().flatMap(messages::find).stream())
        .filter(reply -> reply.seenAt().isPresent())
        .findFirst()
        .ifPresent(reply -> open.apply(
            EscalationChange.of(open.now()).contacted(reply.seenAt().orElse(open.at())),
            EscalationEntry.by(PATIENT, EventKind.SEEN).message(reply.id())));
  }

  /// What happened after the message that is the present concern, or after a person raised it.
  /// By their order, since times tell nothing where the clock was set back.
  private List<EscalationEvent> sinceConcern(Escalation open) {
    List<EscalationEvent> all = history.forEscalation(open.id());
    int concern = -1;
    for (int i = 0; i < all.size(); i++) {
      EscalationEvent event = all.get(i);
      if (event.kind() == EventKind.RAISED
          || event.messageId().filter(open.messageId()::equals).isPresent()) {
        concern = i;
      }
    }
    return all.subList(concern + 1, all.size());
  }

  private Escalation begin(
      Subject subject, Message message, TriageDecision decision, boolean asksForPerson) {
    Escalation begun = ledger.begin(
        now -> Escalation.begun(
            new Escalation.Identity(
                Ids.next(), subject.id(), rows.lastResolved(subject.id()), message.at()),
            new Escalation.Concern(
                message.conversationId(),
                message.id(),
                decision.level(),
                decision.categories(),
                asksForPerson,
                now,
                replyWithin.replyBy(decision.level(), message.writtenAt()),
                0)),
        EscalationEntry.by(PATIENT, EventKind.OPENED)
            .levels(null, decision.level())
            .message(message.id()));
    tasks.beginRound(begun, begun.levelAt());
    return begun;
  }

  private Escalation join(
      EscalationLedger.Open held, Message message, TriageDecision decision, boolean asksForPerson) {
    Escalation open = held.now();
    Instant now = held.at();
    boolean raised = decision.level().compareTo(open.level()) > 0;
    boolean anew = raised || isNewConcern(open, message, decision);
    EscalationChange change = EscalationChange.of(open)
        .categories(union(open.categories(), decision.categories()))
        .humanRequested(open.humanRequested() || asksForPerson);
    if (anew) {
      Instant replyBy = replyWithin.replyBy(decision.level(), message.writtenAt());
      change
          .level(Level.max(open.level(), decision.level()), message, now)
          .replyBy(raised && open.replyBy().isBefore(replyBy) ? open.replyBy() : replyBy)
          .nextRound(pages.anyAccepted(open.id()));
    } else if (open.contactedAt().isPresent() && decision.level().atLeast(Level.SAME_DAY)) {
      change.level(open.level(), message, now).heldAnew(now);
    }
    Escalation joined = held.apply(
        change,
        EscalationEntry.by(PATIENT, raised ? EventKind.RAISED : EventKind.JOINED)
            .levels(open.level(), change.level())
            .message(message.id()));
    if (anew || open.contactedAt().isPresent() && joined.contactedAt().isEmpty()) {
      tasks.beginRound(joined, now);
    }
    return joined;
  }

  /// Whether a message that raises nothing must still start the steps anew: the patient was
  /// contacted since the last concern, nobody is in the conversation, and it is urgent again.
  /// Who is in the conversation has the usual time to be in contact again, after which it
  /// expires.
  private boolean isNewConcern(Escalation open, Message message, TriageDecision decision) {
    return open.contactedAt().isPresent()
        && decision.level().atLeast(Level.SAME_DAY)
        && conversations.get(message.conversationId()).takenOverBy().isEmpty();
  }

  private static List<String> union(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).distinct().toList();
  }
}
