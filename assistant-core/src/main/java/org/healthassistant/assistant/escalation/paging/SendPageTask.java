package org.healthassistant.assistant.escalation.paging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.EscalationLedger;
import org.healthassistant.assistant.escalation.EscalationTasks;
import org.healthassistant.assistant.store.Backoff;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TaskHandler;
import org.healthassistant.assistant.store.Transactions;
import org.healthassistant.connector.notify.NotificationOutcome;
import org.springframework.stereotype.Component;

/// Sends one page, at least once.
///
/// The mark that an attempt begins is durable before it, the outcome after it; in between there
/// is neither transaction nor connection. A process that dies in between leaves `SENDING`, and
/// the page goes out again under the same key. What a channel has accepted is marked at once
/// and alone, so that this time is short; what follows from it comes after, and is made up for
/// where a death fell between the two.
///
/// A channel that fails again and again rests: further attempts count as in vain and are not
/// made, first ones are ([ChannelRest]).
@Component
class SendPageTask implements TaskHandler {

  /// Waits before the second, third and fourth attempt; after these the page has failed, and the
  /// next step is the next try. Whatever the other side asks for, a page is not put off for more
  /// than two minutes.
  private static final Backoff BACKOFF = new Backoff(
      List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(30)),
      Duration.ofMinutes(2));

  /// What became of an attempt that was not made since its channel rests.
  private static final NotificationOutcome.TryLater RESTS =
      new NotificationOutcome.TryLater("channel-rests", null);

  private final Map<String, PageTurns> turns = new ConcurrentHashMap<>();
  private final Map<String, ChannelRest> rests = new ConcurrentHashMap<>();
  private final EscalationLedger ledger;
  private final PageRows pages;
  private final PageChannels channels;
  private final PageOutcomes outcomes;
  private final Transactions transactions;
  private final RealClock clock;
  private final MeterRegistry meters;
  private final Counter repeated;

  SendPageTask(
      EscalationLedger ledger,
      PageRows pages,
      PageChannels channels,
      PageOutcomes outcomes,
      Transactions transactions,
      RealClock clock,
      MeterRegistry meters) {
    this.ledger = ledger;
    this.pages = pages;
    this.channels = channels;
    this.outcomes = outcomes;
    this.transactions = transactions;
    this.clock = clock;
    this.meters = meters;
    this.repeated = meters.counter("assistant.pages.repeated");
  }

  @Override
  public String name() {
    return EscalationTasks.SEND_PAGE;
  }

  @Override
  public Urgency urgency() {
    return Urgency.HIGHEST;
  }

  @Override
  public Next run(String key) {
    Optional<Page> found = pages.find(key);
    if (found.isEmpty() || found.get().state() == Page.State.FAILED) {
      return new Next.Done();
    }
    Page page = found.get();
    if (page.state() == Page.State.ACCEPTED) {
      outcomes.accepted(page);
      return new Next.Done();
    }
    Escalation escalation = ledger.find(page.escalationId()).orElseThrow();
    if (!escalation.wantsPages() || !page.isOfPresentRound(escalation)) {
      turns(page).forget(page);
      transactions.durable(
          () -> pages.outcome(key, page.attempts(), Page.State.FAILED, "not-needed"));
      return new Next.Done();
    }
    if (page.attempts() > 0 && rest(page).rests(clock.instant())) {
      turns(page).forget(page);
      return attempt(page, () -> RESTS);
    }
    return turns(page)
        .call(
            page,
            escalation.level(),
            clock.instant(),
            () -> attempt(page, () -> send(page, escalation)));
  }

  private PageTurns turns(Page page) {
    return turns.computeIfAbsent(page.channel(), channel -> new PageTurns());
  }

  private ChannelRest rest(Page page) {
    return rests.computeIfAbsent(page.channel(), channel -> {
      ChannelRest rest = new ChannelRest();
      Tags tags = Tags.of("channel", channel);
      meters.gauge(
          "assistant.channel.resting", tags, rest, one -> one.rests(clock.instant()) ? 1 : 0);
      return rest;
    });
  }

  private Next attempt(Page page, Supplier<NotificationOutcome> sending) {
    int attempt = page.attempts() + 1;
    if (!transactions.durable(() -> pages.sending(page.key(), page.attempts(), clock.instant()))) {
      return new Next.Done();
    }
    return switch (sending.get()) {
      case NotificationOutcome.Accepted accepted -> accepted(page, attempt);
      case NotificationOutcome.TryLater later -> tryLater(page, attempt, later);
      case NotificationOutcome.Refused refused -> failed(page, attempt, refused.code());
      case NotificationOutcome.Gone gone -> failed(page, attempt, "gone");
    };
  }

  private NotificationOutcome send(Page page, Escalation escalation) {
    ChannelRest rest = rest(page);
    if (!rest.lets(page.attempts() == 0, clock.instant())) {
      return RESTS;
    }
    if (page.state() == Page.State.SENDING) {
      repeated.increment();
    }
    NotificationOutcome outcome = sendBy(page, escalation);
    rest.told(outcome, clock.instant());
    return outcome;
  }

  private NotificationOutcome sendBy(Page page, Escalation escalation) {
    Optional<PageChannels.Target> target = channels.findTarget(page);
    if (target.isEmpty()) {
      return new NotificationOutcome.Refused("not-configured");
    }
    try {
      return target.get().channel().send(page, escalation, target.get().person());
    } catch (RuntimeException broken) {
      return new NotificationOutcome.TryLater("error-" + broken.getClass().getSimpleName(), null);
    }
  }

  /// The mark that a channel has accepted it is a commit of its own, so that a death before it,
  /// after which the page goes out again, has little time to fall into.
  private Next accepted(Page page, int attempt) {
    boolean marked =
        transactions.durable(() -> pages.outcome(page.key(), attempt, Page.State.ACCEPTED, null));
    if (marked) {
      outcomes.accepted(page);
    }
    return new Next.Done();
  }

  private Next tryLater(Page page, int attempt, NotificationOutcome.TryLater later) {
    if (BACKOFF.isExhausted(attempt)) {
      return failed(page, attempt, later.code());
    }
    Duration wait = BACKOFF.next(attempt, later.after());
    return outcomes.postponed(page, attempt, later.code())
        ? new Next.Again(clock.instant().plus(wait))
        : new Next.Done();
  }

  private Next failed(Page page, int attempt, String code) {
    outcomes.failed(page, attempt, code);
    return new Next.Done();
  }
}
