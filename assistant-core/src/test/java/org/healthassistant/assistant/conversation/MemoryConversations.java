package org.healthassistant.assistant.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TopicSignals;
import org.healthassistant.assistant.store.Transactions;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.Nullable;

/// Conversations without a database, for simulations in one thread: the same ids in every run,
/// and nothing rolls back. It keeps to [ConversationsContract] like the stored ones.
public final class MemoryConversations extends Conversations {

  private final Map<String, Conversation> byId = new HashMap<>();
  private final Map<String, Lease> leases = new HashMap<>();
  private final RealClock clock;

  /// None so far.
  @SuppressWarnings("NullAway") // No rows are ever used.
  public MemoryConversations(RealClock clock, Transactions transactions) {
    super(null, clock, transactions, new TopicSignals(), null, null);
    this.clock = clock;
  }

  @Override
  public Conversation beginWeb(String subjectId, Language language) {
    return begin(subjectId, Channel.WEB, Optional.empty(), Optional.empty(), language);
  }

  @Override
  public Conversation smsThread(
      String subjectId, String numberHash, String ownNumber, Language language) {
    return byId.values().stream()
        .filter(c -> c.numberHash().equals(Optional.of(numberHash)))
        .filter(c -> c.ownNumber().equals(Optional.of(ownNumber)))
        .findFirst()
        .orElseGet(() -> begin(
            subjectId, Channel.SMS, Optional.of(ownNumber), Optional.of(numberHash), language));
  }

  @Override
  public Optional<Conversation> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  @Override
  public List<Conversation> ofSubject(String subjectId) {
    return byId.values().stream()
        .filter(c -> c.subjectId().equals(subjectId))
        .sorted(Comparator.comparing(Conversation::lastAt).reversed())
        .toList();
  }

  @Override
  public void language(String id, Language language) {
    byId.put(id, get(id).speaking(language));
  }

  @Override
  public void takeOver(String id, @Nullable String providerId) {
    Conversation c = get(id);
    Conversation taken = new Conversation(
        c.id(),
        c.subjectId(),
        c.channel(),
        c.ownNumber(),
        c.numberHash(),
        c.language(),
        c.startedAt(),
        c.lastAt(),
        Optional.ofNullable(providerId));
    byId.put(id, taken);
  }

  @Override
  public List<String> giveBack(String subjectId) {
    List<String> taken = ofSubject(subjectId).stream()
        .filter(c -> c.takenOverBy().isPresent())
        .map(Conversation::id)
        .toList();
    taken.forEach(id -> takeOver(id, null));
    return taken;
  }

  @Override
  public boolean lease(String id, String owner, Duration term) {
    Instant now = clock.instant();
    @Nullable Lease held = leases.get(id);
    if (held != null && !held.owner().equals(owner) && !held.until().isBefore(now)) {
      return false;
    }
    leases.put(id, new Lease(owner, now.plus(term)));
    return true;
  }

  @Override
  public void release(String id, String owner) {
    leases.computeIfPresent(id, (key, held) -> held.owner().equals(owner) ? null : held);
  }

  private Conversation begin(
      String subjectId,
      Channel channel,
      Optional<String> ownNumber,
      Optional<String> numberHash,
      Language language) {
    Instant now = clock.instant();
    Conversation begun = new Conversation(
        "of-" + subjectId + (byId.isEmpty() ? "" : "-" + byId.size()),
        subjectId,
        channel,
        ownNumber,
        numberHash,
        language,
        now,
        now,
        Optional.empty());
    byId.put(begun.id(), begun);
    return begun;
  }

  private record Lease(String owner, Instant until) {}
}
