package org.healthassistant.assistant.escalation.paging;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.healthassistant.assistant.escalation.RoundId;
import org.healthassistant.assistant.escalation.policy.Progress;
import org.jspecify.annotations.Nullable;

/// The table of pages without a database, for simulations in one thread.
@SuppressWarnings("NullAway") // What reaches a database is never used.
final class MemoryPages extends PageRows {
  private final Map<String, Map<String, Page>> byRound = new HashMap<>();
  private final Set<String> accepted = new java.util.HashSet<>();

  MemoryPages() {
    super(null);
  }

  @Override
  Optional<Page> find(String key) {
    return Optional.ofNullable(round(key).get(key));
  }

  @Override
  public Optional<Progress.Step> lastStep(RoundId round) {
    TreeMap<Integer, List<Page>> steps = round(round.key() + "/").values().stream()
        .collect(Collectors.groupingBy(Page::step, TreeMap::new, Collectors.toList()));
    return Optional.ofNullable(steps.lastEntry())
        .map(last -> new Progress.Step(
            last.getKey(),
            last.getValue().getFirst().createdAt(),
            last.getValue().stream().noneMatch(MemoryPages::isHopeful)));
  }

  private static boolean isHopeful(Page page) {
    return switch (page.state()) {
      case ACCEPTED, SENDING -> true;
      case PENDING -> page.attempts() == 0;
      case FAILED -> false;
    };
  }

  @Override
  public List<Page> accepted(RoundId round) {
    return round(round.key() + "/").values().stream()
        .filter(page -> page.state() == Page.State.ACCEPTED)
        .toList();
  }

  @Override
  public boolean anyAccepted(String escalationId) {
    return accepted.contains(escalationId);
  }

  @Override
  void insert(Page page) {
    round(page.key()).putIfAbsent(page.key(), page);
  }

  @Override
  boolean sending(String key, int attempts, Instant at) {
    Page p = find(key).orElseThrow();
    if (p.attempts() != attempts || p.state().ended()) {
      return false;
    }
    put(p, Page.State.SENDING, p.attempts() + 1, p.error(), Optional.of(at));
    return true;
  }

  @Override
  boolean outcome(String key, int attempts, Page.State state, @Nullable String error) {
    Page p = find(key).orElseThrow();
    if (p.attempts() != attempts || p.state().ended()) {
      return false;
    }
    put(p, state, p.attempts(), Optional.ofNullable(error), p.sentAt());
    if (state == Page.State.ACCEPTED) {
      accepted.add(p.escalationId());
    }
    return true;
  }

  @Override
  void moveBack(String escalationId, Duration by) {
    byRound.entrySet().stream()
        .filter(round -> round.getKey().startsWith(escalationId))
        .map(Map.Entry::getValue)
        .forEach(round -> round.replaceAll((key, p) -> new Page(
            key,
            p.escalationId(),
            p.subjectId(),
            p.round(),
            p.step(),
            p.recipient(),
            p.channel(),
            p.state(),
            p.attempts(),
            p.error(),
            p.createdAt().minus(by),
            p.sentAt())));
  }

  private void put(
      Page p, Page.State state, int attempts, Optional<String> error, Optional<Instant> sent) {
    round(p.key())
        .put(
            p.key(),
            new Page(
                p.key(),
                p.escalationId(),
                p.subjectId(),
                p.round(),
                p.step(),
                p.recipient(),
                p.channel(),
                state,
                attempts,
                error,
                p.createdAt(),
                sent));
  }

  private Map<String, Page> round(String key) {
    int end = key.indexOf('/', key.indexOf('/') + 1);
    return byRound.computeIfAbsent(key.substring(0, end), k -> new LinkedHashMap<>());
  }
}
