package org.healthassistant.assistant.escalation;

import java.time.Instant;
import java.util.Optional;
import org.healthassistant.assistant.escalation.policy.Decision;
import org.healthassistant.assistant.escalation.policy.Policy;
import org.healthassistant.assistant.escalation.policy.Progress;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.store.ClockSetBack;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TaskHandler;
import org.healthassistant.assistant.store.Tasks;
import org.healthassistant.assistant.store.Transactions;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Carries out what the [Policy] decides: pages people, step after step, until one
/// acknowledges, and begins anew when an acknowledgement expires.
///
/// One task for each round of an escalation, as long as anything can fall due in it. A step is
/// a set of page rows, each with a task of its own that sends it ([PageSender]), so that a
/// channel that hangs holds up no other. A raise begins a round of its own, and the task of the
/// former one ends by itself: no task ever has to be moved, since it wakes as often as any step
/// can follow another. With no channel configured nothing is paged and the history says so: the
/// inbox is the channel.
@Component
class Pager implements TaskHandler {

  private final EscalationRows rows;
  private final PageRows pages;
  private final EscalationHistory history;
  private final Escalations escalations;
  private final Policy policy;
  private final Subjects subjects;
  private final RealClock clock;
  private final Tasks tasks;
  private final Transactions transactions;

  Pager(
      EscalationRows rows,
      PageRows pages,
      EscalationHistory history,
      Escalations escalations,
      Policy policy,
      Subjects subjects,
      RealClock clock,
      Tasks tasks,
      Transactions transactions) {
    this.rows = rows;
    this.pages = pages;
    this.history = history;
    this.escalations = escalations;
    this.policy = policy;
    this.subjects = subjects;
    this.clock = clock;
    this.tasks = tasks;
    this.transactions = transactions;
  }

  @Override
  public String name() {
    return EscalationTasks.PAGE_STEP;
  }

  @Override
  public Urgency urgency() {
    return Urgency.HIGHEST;
  }

  /// The id under which a round of an escalation is paged.
  static String taskId(Escalation escalation) {
    return RoundId.of(escalation).key();
  }

  @Override
  public Next run(String taskId) {
    Optional<Escalation> found = ofRound(taskId);
    if (found.isEmpty()) {
      return new Next.Done();
    }
    return transactions.durable(() -> {
      subjects.lock(found.get().subjectId());
      return ofRound(taskId).map(this::advance).orElseGet(Next.Done::new);
    });
  }

  /// Pages the next step at once where every page of the last one was in vain; in the caller's
  /// transaction, which holds the subject's lock.
  void moveOn(Escalation escalation) {
    Progress progress = progress(escalation);
    if (progress.last().filter(Progress.Step::faltered).isPresent()) {
      Instant now = clock.instant();
      if (policy.next(progress, now) instanceof Decision.Page page) {
        page(escalation, page, now);
      }
    }
  }

  /// Moves what the policy reckons from with a clock that was set back: else an acknowledgement
  /// would hold, and the next step wait, for so much longer.
  @EventListener
  void clockSetBack(ClockSetBack jump) {
    for (Escalation open : rows.allOpen()) {
      transactions.durable(() -> {
        subjects.lock(open.subjectId());
        if (rows.moveBack(open.id(), jump.by(), clock.instant())) {
          pages.moveBack(open.id(), jump.by());
        }
      });
    }
  }

  private Optional<Escalation> ofRound(String taskId) {
    return ofRound(taskId, rows);
  }

  /// The escalation of a task while its round lasts.
  static Optional<Escalation> ofRound(String taskId, EscalationRows rows) {
    int slash = taskId.indexOf('/');
    return rows.find(taskId.substring(0, slash)).filter(e -> taskId(e).equals(taskId));
  }

  private Next advance(Escalation escalation) {
    Instant now = clock.instant();
    Progress progress = progress(escalation);
    return switch (policy.next(progress, now)) {
      case Decision.Page page -> {
        page(escalation, page, now);
        yield again(policy.next(progress(escalation), now), progress, now);
      }
      case Decision.Expire expired -> {
        expire(escalation, now);
        yield new Next.Done();
      }
      case Decision.Unreachable nobody -> {
        sayOnce(escalation, "no-channel");
        tasks.schedule(EscalationTasks.PATIENT_NOTICE, taskId(escalation), now);
        yield new Next.Again(nobody.again());
      }
      case Decision.WaitUntil wait -> again(wait, progress, now);
      case Decision.Nothing nothing -> new Next.Done();
    };
  }

  private Next again(Decision next, Progress progress, Instant now) {
    Instant latest = now.plus(policy.shortestWait(progress));
    return next instanceof Decision.WaitUntil wait && wait.at().isBefore(latest)
        ? new Next.Again(wait.at())
        : new Next.Again(next instanceof Decision.WaitUntil ? latest : now);
  }

  private Progress progress(Escalation escalation) {
    return new Progress(
        escalation.level(),
        escalation.categories(),
        hold(escalation),
        escalation.levelAt(),
        pages.lastStep(escalation.id(), escalation.round()));
  }

  private static Progress.Hold hold(Escalation escalation) {
    return switch (escalation.state()) {
      case OPEN, NOTIFIED -> new Progress.Hold.Nobody();
      case RESOLVED -> new Progress.Hold.Settled();
      case ACKNOWLEDGED ->
        escalation.contactedAt().isPresent()
            ? new Progress.Hold.Settled()
            : new Progress.Hold.Acknowledged(
                escalation.acknowledgedAt().orElse(escalation.changedAt()));
    };
  }

  private void page(Escalation escalation, Decision.Page step, Instant now) {
    if (step.nobodyOnDuty()) {
      sayOnce(escalation, "nobody-on-duty");
    }
    for (Decision.Target target : step.targets()) {
      Page page = Page.next(escalation, step.step(), target.person().id(), target.channel(), now);
      pages.insert(page);
      tasks.schedule(EscalationTasks.SEND_PAGE, page.key(), now);
    }
  }

  private void expire(Escalation escalation, Instant now) {
    Escalation after = rows.update(EscalationChange.of(escalation)
        .nextRound(pages.anyAccepted(escalation.id()))
        .apply(now));
    history.add(after, EscalationHistory.entry("acknowledgement-expired", "system"));
    tasks.schedule(EscalationTasks.PAGE_STEP, taskId(after), now);
    escalations.changed();
  }

  /// Said once in each round.
  private void sayOnce(Escalation escalation, String kind) {
    String round = "round " + escalation.round();
    if (!history.has(escalation.id(), kind, round)) {
      history.add(escalation, EscalationHistory.entry(kind, "system").detail(round));
    }
  }
}
