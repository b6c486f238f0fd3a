package org.healthassistant.assistant.conversation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TopicSignals;
import org.healthassistant.assistant.store.Transactions;
import org.jspecify.annotations.Nullable;

/// Conversations without a database, one for each subject, for simulations in one thread.
public final class MemoryConversations extends Conversations {

  private final Map<String, Conversation> byId = new HashMap<>();
  private final RealClock clock;

  /// None so far.
  @SuppressWarnings("NullAway") // No rows are ever used.
  public MemoryConversations(RealClock clock, Transactions transactions) {
    super(null, clock, transactions, new TopicSignals());
    this.clock = clock;
  }

  @Override
  public Conversation beginWeb(String subjectId, String language) {
    Conversation begun = new Conversation(
        "of-" + subjectId,
        subjectId,
        Channel.WEB,
        Optional.empty(),
        Optional.empty(),
        language,
        clock.instant(),
        clock.instant(),
        Optional.empty());
    byId.put(begun.id(), begun);
    return begun;
  }

  @Override
  public Optional<Conversation> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  @Override
  public List<Conversation> ofSubject(String subjectId) {
    return find("of-" + subjectId).stream().toList();
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
}
