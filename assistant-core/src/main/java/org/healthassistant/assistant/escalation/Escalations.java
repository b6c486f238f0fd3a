package org.healthassistant.assistant.escalation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.healthassistant.assistant.conversation.Conversations;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.safety.TriageDecision;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.Tasks;
import org.healthassistant.assistant.store.TopicSignals;
import org.healthassistant.assistant.store.Transactions;
import org.springframework.stereotype.Component;

/// Opens, raises and finds escalations. A subject has at most one open; further messages join
/// it.
@Component
public class Escalations {

  /// The wake-up topic of everybody who watches the inbox.
  public static final String TOPIC = "escalations";

  private final EscalationRows rows;
  private final PageRows pages;
  private final EscalationHistory history;
  private final Subjects subjects;
  private final Conversations conversations;
  private final Messages messages;
  private final ReplyWithin replyWithin;
  private final RealClock clock;
  private final Tasks tasks;
  private final Transactions transactions;
  private final TopicSignals signals;

  Escalations(
      EscalationRows rows,
      PageRows pages,
      EscalationHistory history,
      Subjects subjects,
      Conversations conversations,
      Messages messages,
      ReplyWithin replyWithin,
      RealClock clock,
      Tasks tasks,
      Transactions transactions,
      TopicSignals signals) {
    this.rows = rows;
    this.pages = pages;
    this.history = history;
    this.subjects = subjects;
    this.conversations = conversations;
    this.messages = messages;
    this.replyWithin = replyWithin;
    this.clock = clock;
    this.tasks = tasks;
    this.transactions = transactions;
    this.signals = signals;
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

  /// Those changed after a moment, oldest change first: what a watcher missed.
  public List<Escalation> changedAfter(Instant at) {
    return rows.changedAfter(at);
  }

  /// The history of an escalation, oldest first.
  public List<EscalationEvent> history(String escalationId) {
    return history.of(escalationId);
  }

  /// Opens an escalation for a message at `ROUTINE` or above, or joins the message to the open
  /// one, raising it where the message is more urgent; schedules its pages. In the caller's
  /// transaction, which holds the subject's lock.
  ///
  /// @param message stored in the same transaction
  /// @param asksForPerson whether the patient asks for a person
  public Escalation openOrRaise(
      Subject subject, Message message, TriageDecision decision, boolean asksForPerson) {
    Escalation result = rows.open(subject.id())
        .map(found -> join(found, message, decision, asksForPerson))
        .orElseGet(() -> begin(subject, message, decision, asksForPerson));
    changed();
    return result;
  }

  /// Those of the escalations whose patient cannot be reached by text: somebody has to call.
  public Set<String> withFailedText(Collection<String> ids) {
    return history.among(ids, "text-failed");
  }

  /// Keeps as contact that the patient has seen what a provider wrote; to be called when
  /// messages of the subject were seen. Does nothing where no reply was seen, or contact was
  /// made before.
  public void repliesSeen(String subjectId) {
    if (rows.open(subjectId).filter(e -> e.contactedAt().isEmpty()).isEmpty()) {
      return;
    }
    transactions.durable(() -> {
      subjects.lock(subjectId);
      rows.open(subjectId).filter(e -> e.contactedAt().isEmpty()).ifPresent(this::countSeenReply);
    });
  }

  private void countSeenReply(Escalation open) {
    sinceConcern(open).stream()
        .filter(event -> event.kind().equals("replied"))
        .flatMap(event -> event.messageId().flatMap(messages::find).stream())
        .filter(reply -> reply.seenAt().isPresent())
        .findFirst()
        .ifPresent(reply -> {
          Instant now = clock.instant();
          Escalation after = rows.update(
              EscalationChange.of(open).contacted(reply.seenAt().orElse(now)).apply(now));
          history.add(after, EscalationHistory.entry("seen", "patient").message(reply.id()));
          changed();
        });
  }

  /// What happened after the message that is the present concern, or after a person raised it.
  /// By their order, since times tell nothing where the clock was set back.
  private List<EscalationEvent> sinceConcern(Escalation open) {
    List<EscalationEvent> all = history.of(open.id());
    int concern = -1;
    for (int i = 0; i < all.size(); i++) {
      EscalationEvent event = all.get(i);
      if (event.kind().equals("raised")
          || event.messageId().filter(open.messageId()::equals).isPresent()) {
        concern = i;
      }
    }
    return all.subList(concern + 1, all.size());
  }

  /// Tells the watchers of the inbox after the surrounding transaction.
  void changed() {
    transactions.afterCommit(() -> signals.signal(TOPIC));
  }

  private Escalation begin(
      Subject subject, Message message, TriageDecision decision, boolean asksForPerson) {
    Instant now = clock.instant();
    Escalation begun = new Escalation(
        Ids.next(),
        subject.id(),
        message.conversationId(),
        message.id(),
        rows.lastResolved(subject.id()),
        decision.level(),
        decision.categories(),
        Escalation.State.OPEN,
        asksForPerson,
        message.at(),
        now,
        replyWithin.replyBy(decision.level(), message.at()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0,
        now);
    rows.insert(begun);
    history.add(
        begun,
        EscalationHistory.entry("opened", "patient").to(decision.level()).message(message.id()));
    page(begun, now);
    return begun;
  }

  private Escalation join(
      Escalation open, Message message, TriageDecision decision, boolean asksForPerson) {
    Instant now = clock.instant();
    boolean raised = decision.level().compareTo(open.level()) > 0;
    boolean anew = raised || isNewConcern(open, message, decision);
    EscalationChange change = EscalationChange.of(open)
        .categories(union(open.categories(), decision.categories()))
        .humanRequested(open.humanRequested() || asksForPerson);
    if (anew) {
      Instant replyBy = replyWithin.replyBy(decision.level(), message.at());
      change
          .level(Level.max(open.level(), decision.level()), message, now)
          .replyBy(raised && open.replyBy().isBefore(replyBy) ? open.replyBy() : replyBy)
          .nextRound(pages.anyAccepted(open.id()));
    } else if (open.contactedAt().isPresent() && decision.level().atLeast(Level.SAME_DAY)) {
      change.level(open.level(), message, now).heldAnew(now);
    }
    Escalation joined = rows.update(change.apply(now));
    history.add(
        joined,
        EscalationHistory.entry(raised ? "raised" : "joined", "patient")
            .from(open.level())
            .to(joined.level())
            .message(message.id()));
    if (anew || open.contactedAt().isPresent() && joined.contactedAt().isEmpty()) {
      page(joined, now);
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

  /// Nobody is paged for a `ROUTINE` matter; the patient is told when the care team is away.
  private void page(Escalation escalation, Instant at) {
    String task = escalation.level().atLeast(Level.SAME_DAY)
        ? EscalationTasks.PAGE_STEP
        : EscalationTasks.PATIENT_NOTICE;
    tasks.schedule(task, RoundId.of(escalation).key(), at);
  }

  private static List<String> union(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).distinct().toList();
  }
}
