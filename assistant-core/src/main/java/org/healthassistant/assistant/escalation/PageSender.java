package org.healthassistant.assistant.escalation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.healthassistant.assistant.delivery.UnknownTextFailed;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.store.Backoff;
import org.healthassistant.assistant.store.Bulkhead;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TaskHandler;
import org.healthassistant.assistant.store.Tasks;
import org.healthassistant.assistant.store.Transactions;
import org.healthassistant.connector.notify.NotificationOutcome;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Sends one page, at least once.
///
/// The mark that an attempt begins is durable before it, the outcome after it; in between there
/// is neither transaction nor connection. A process that dies in between leaves `SENDING`, and
/// the page goes out again under the same key. What a channel has accepted is marked at once
/// and alone, so that this time is short; what follows from it comes after, and is made up for
/// where a death fell between the two.
@Component
class PageSender implements TaskHandler {

  /// Waits before the second, third and fourth attempt; after these the page has failed, and the
  /// next step is the next try. Whatever the other side asks for, a page is not put off for more
  /// than two minutes.
  private static final Backoff BACKOFF = new Backoff(
      List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(30)),
      Duration.ofMinutes(2));

  /// So many pages go out by a channel at once. Whatever is on its way when the process dies
  /// goes out again, so a burst, such as after a start, must not all be on its way together;
  /// and a channel that hangs holds no more than these.
  private static final int AT_ONCE = 2;

  private static final Duration TURN = Duration.ofMillis(250);

  private final Map<String, Bulkhead> places = new ConcurrentHashMap<>();
  private final EscalationRows rows;
  private final PageRows pages;
  private final EscalationHistory history;
  private final Escalations escalations;
  private final PageChannels channels;
  private final Subjects subjects;
  private final RealClock clock;
  private final Transactions transactions;
  private final Pager pager;
  private final Tasks tasks;
  private final Counter repeated;

  PageSender(
      EscalationRows rows,
      PageRows pages,
      EscalationHistory history,
      Escalations escalations,
      PageChannels channels,
      Subjects subjects,
      RealClock clock,
      Transactions transactions,
      Pager pager,
      Tasks tasks,
      MeterRegistry meters) {
    this.rows = rows;
    this.pages = pages;
    this.history = history;
    this.escalations = escalations;
    this.channels = channels;
    this.subjects = subjects;
    this.clock = clock;
    this.transactions = transactions;
    this.pager = pager;
    this.tasks = tasks;
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
      return wasFollowed(page) ? new Next.Done() : follow(page);
    }
    Escalation escalation = rows.find(page.escalationId()).orElseThrow();
    if (!escalation.wantsPages() || !page.isOfRound(escalation.round())) {
      transactions.durable(
          () -> pages.outcome(key, page.attempts(), Page.State.FAILED, "not-needed"));
      return new Next.Done();
    }
    return inTurn(page.channel(), () -> attempt(page, escalation));
  }

  private Next inTurn(String channel, Supplier<Next> attempt) {
    return places
        .computeIfAbsent(channel, any -> new Bulkhead(AT_ONCE))
        .call(TURN, () -> Optional.of(attempt.get()))
        .orElseGet(() -> new Next.Again(clock.instant().plus(TURN)));
  }

  private Next attempt(Page page, Escalation escalation) {
    int attempt = page.attempts() + 1;
    if (!transactions.durable(() -> pages.sending(page.key(), page.attempts(), clock.instant()))) {
      return new Next.Done();
    }
    if (page.state() == Page.State.SENDING) {
      repeated.increment();
    }
    return switch (send(page, escalation)) {
      case NotificationOutcome.Accepted accepted -> accepted(page, attempt);
      case NotificationOutcome.TryLater later -> tryLater(page, attempt, later);
      case NotificationOutcome.Refused refused -> failed(page, attempt, refused.code());
      case NotificationOutcome.Gone gone -> failed(page, attempt, "gone");
    };
  }

  private NotificationOutcome send(Page page, Escalation escalation) {
    Optional<PageChannels.Target> target = channels.of(page);
    if (target.isEmpty()) {
      return new NotificationOutcome.Refused("not-configured");
    }
    try {
      return target.get().channel().send(page, escalation, target.get().person());
    } catch (RuntimeException broken) {
      return new NotificationOutcome.TryLater("error-" + broken.getClass().getSimpleName(), null);
    }
  }

  private Next accepted(Page page, int attempt) {
    boolean mine =
        transactions.durable(() -> pages.outcome(page.key(), attempt, Page.State.ACCEPTED, null));
    return mine ? follow(page) : new Next.Done();
  }

  private boolean wasFollowed(Page page) {
    Instant sent = page.sentAt().orElse(page.createdAt());
    return history.of(page.escalationId()).stream()
        .anyMatch(event -> event.kind().equals("paged")
            && event.detail().equals(page.summary())
            && !event.at().isBefore(sent));
  }

  /// Somebody is notified.
  private Next follow(Page page) {
    transactions.durable(() -> {
      subjects.lock(page.subjectId());
      Escalation now = rows.find(page.escalationId()).orElseThrow();
      EscalationChange change = EscalationChange.of(now);
      boolean first = now.state() == Escalation.State.OPEN && page.isOfRound(now.round());
      Escalation after = rows.update(
          (first ? change.state(Escalation.State.NOTIFIED) : change).apply(clock.instant()));
      history.add(after, EscalationHistory.entry("paged", "system").detail(page.summary()));
      if (page.isOfRound(now.round())) {
        tellPatient(now);
      }
      escalations.changed();
    });
    return new Next.Done();
  }

  private Next tryLater(Page page, int attempt, NotificationOutcome.TryLater later) {
    int failures = page.attempts() + 1;
    if (BACKOFF.isExhausted(failures)) {
      return failed(page, attempt, later.code());
    }
    Duration wait = BACKOFF.next(failures, later.after());
    boolean mine = transactions.durable(() -> {
      subjects.lock(page.subjectId());
      if (!pages.outcome(page.key(), attempt, Page.State.PENDING, shortened(later.code()))) {
        return false;
      }
      moveOn(page);
      return true;
    });
    return mine ? new Next.Again(clock.instant().plus(wait)) : new Next.Done();
  }

  private Next failed(Page page, int attempt, String code) {
    transactions.durable(() -> {
      subjects.lock(page.subjectId());
      if (pages.outcome(page.key(), attempt, Page.State.FAILED, shortened(code))) {
        goOnWithout(page, code);
      }
    });
    return new Next.Done();
  }

  /// What the carrier says later of a page that it had taken: it did not arrive, so it is as if
  /// it had never been taken.
  @EventListener
  void undelivered(UnknownTextFailed report) {
    pages
        .find(report.id())
        .ifPresent(page -> transactions.durable(() -> {
          subjects.lock(page.subjectId());
          if (pages.undelivered(page.key(), shortened(report.code()))) {
            goOnWithout(page, report.code());
          }
        }));
  }

  private void goOnWithout(Page page, String code) {
    Escalation after = rows.update(
        EscalationChange.of(rows.find(page.escalationId()).orElseThrow()).apply(clock.instant()));
    history.add(
        after,
        EscalationHistory.entry("page-failed", "system")
            .detail(page.summary() + " " + shortened(code)));
    moveOn(page);
    escalations.changed();
  }

  /// A channel that fails holds up nobody: where no page of the step got through, the next step
  /// is due, while this page is tried again.
  private void moveOn(Page page) {
    rows.find(page.escalationId()).filter(now -> page.isOfRound(now.round())).ifPresent(now -> {
      pager.moveOn(now);
      tellPatient(now);
    });
  }

  private void tellPatient(Escalation now) {
    if (!PatientNotice.wasGiven(now, history)) {
      tasks.schedule(EscalationTasks.PATIENT_NOTICE, RoundId.of(now).key(), clock.instant());
    }
  }

  private static String shortened(String code) {
    return code.length() <= 60 ? code : code.substring(0, 60);
  }
}
