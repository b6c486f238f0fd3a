package org.healthassistant.assistant.escalation.paging;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.healthassistant.assistant.audit.MemoryAudit;
import org.healthassistant.assistant.conversation.Author;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.conversation.MemoryConversations;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.EscalationTasks;
import org.healthassistant.assistant.escalation.Escalations;
import org.healthassistant.assistant.escalation.MemoryLedger;
import org.healthassistant.assistant.escalation.ReplyWithin;
import org.healthassistant.assistant.escalation.desk.ActionResult;
import org.healthassistant.assistant.escalation.desk.EscalationDesk;
import org.healthassistant.assistant.escalation.desk.MemoryDesk;
import org.healthassistant.assistant.escalation.policy.Policy;
import org.healthassistant.assistant.patient.MemorySubjects;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.safety.TriageDecision;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.store.MemoryStore;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TaskHandler.Next;
import org.healthassistant.assistant.store.Tasks;
import org.healthassistant.assistant.store.Transactions;
import org.healthassistant.assistant.team.CareTeam;
import org.healthassistant.knowledge.text.Language;

/// Rows in memory. There are no messages, so nobody is told anything.
@SuppressWarnings("NullAway") // Messages and texts are never used.
final class MemoryRooms implements SimulatedRooms {

  private static final Comparator<Due> EARLIEST =
      Comparator.comparing(Due::at).thenComparing(Due::name).thenComparing(Due::id);

  private Instant now = Instant.EPOCH;
  private final RealClock clock = new RealClock(() -> now);
  private final TreeSet<Due> queue = new TreeSet<>(EARLIEST);
  private final Map<String, Due> known = new HashMap<>();
  private final Transactions transactions = MemoryStore.transactions();
  private final Tasks tasks = MemoryStore.tasks(transactions, this::schedule);
  private final MemorySubjects subjects = new MemorySubjects(clock, transactions);
  private final MemoryConversations conversations = new MemoryConversations(clock, transactions);
  private final MemoryLedger memory = new MemoryLedger(subjects, transactions, clock);
  private final MemoryPages pages = new MemoryPages();
  private final EscalationTasks escalationTasks = memory.tasks(tasks);
  private final ReplyWithin replyWithin =
      new ReplyWithin(Duration.ofMinutes(15), Duration.ofHours(4), Duration.ofHours(48));
  private final Escalations escalations =
      memory.escalations(pages, escalationTasks, conversations, replyWithin);
  private final EscalationDesk desk = MemoryDesk.over(
      memory.ledger(),
      escalations,
      escalationTasks,
      pages,
      conversations,
      replyWithin,
      new MemoryAudit(clock));

  private void schedule(String name, String id, Instant at) {
    if (!known.containsKey(name + " " + id)) {
      put(new Due(name, id, at));
    }
  }

  private void put(Due due) {
    known.put(due.name() + " " + due.id(), due);
    queue.add(due);
  }

  @Override
  public void at(Instant instant) {
    now = instant;
  }

  @Override
  public List<Conversation> conversations(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> conversations.beginWeb("patient-" + i, Language.ENGLISH))
        .toList();
  }

  @Override
  public Escalation write(Conversation conversation, Level level, String category) {
    TriageDecision decision =
        new TriageDecision(level, List.of(category), List.of(), true, false, "pack");
    Message message = new Message(
        Ids.next(),
        conversation.id(),
        conversation.subjectId(),
        1,
        conversation.channel(),
        Author.PATIENT,
        Optional.empty(),
        Optional.empty(),
        "it hurts",
        Optional.of(decision),
        Optional.of(Message.PlannedReply.ANSWER),
        false,
        now,
        now,
        Optional.empty(),
        Optional.empty());
    return transactions.durable(() ->
        escalations.openOrRaise(subjects.get(conversation.subjectId()), message, decision, false));
  }

  @Override
  public EscalationDesk desk() {
    return desk;
  }

  @Override
  public Escalation find(String id) {
    return memory.ledger().find(id).orElseThrow();
  }

  @Override
  public PagingParts paging(Policy policy, PageChannels channels) {
    return PagingParts.on(
        memory.ledger(),
        pages,
        policy,
        channels,
        escalationTasks,
        transactions,
        clock,
        new SimpleMeterRegistry());
  }

  @Override
  public Function<String, Next> notice(CareTeam team) {
    return id -> new Next.Done();
  }

  @Override
  public Function<String, Next> takeOver() {
    return id -> new Next.Done();
  }

  @Override
  public ActionResult reply(String id, String person) {
    return desk.note(id, person, "called, no answer", null);
  }

  @Override
  public Optional<Due> next() {
    return queue.isEmpty() ? Optional.empty() : Optional.of(queue.first());
  }

  @Override
  public void done(Due due) {
    queue.remove(known.remove(due.name() + " " + due.id()));
  }

  @Override
  public void again(Due due, Instant at) {
    done(due);
    put(new Due(due.name(), due.id(), at));
  }

  @Override
  public List<Due> scheduled() {
    return List.copyOf(queue);
  }

  @Override
  public void clear() {
    queue.clear();
    known.clear();
  }

  @Override
  public Map<String, SimulationTrace.Event> history(Set<String> ofThese) {
    Map<String, SimulationTrace.Event> events = new LinkedHashMap<>();
    memory.written(ofThese).forEach((id, w) -> events.put(id, SimulationTrace.Event.of(w)));
    return events;
  }
}
