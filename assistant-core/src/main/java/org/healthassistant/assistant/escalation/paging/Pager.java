package org.healthassistant.assistant.escalation.paging;

import java.time.Instant;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.EscalationChange;
import org.healthassistant.assistant.escalation.EscalationEntry;
import org.healthassistant.assistant.escalation.EscalationLedger;
import org.healthassistant.assistant.escalation.EscalationTasks;
import org.healthassistant.assistant.escalation.EventKind;
import org.healthassistant.assistant.escalation.RoundId;
import org.healthassistant.assistant.escalation.policy.Decision;
import org.healthassistant.assistant.escalation.policy.Policy;
import org.healthassistant.assistant.escalation.policy.Progress;
import org.healthassistant.assistant.store.ClockSetBack;
import org.healthassistant.assistant.store.TaskHandler.Next;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Carries out what the [Policy] decides: pages people, step after step, until one acknowledges,
/// and begins anew when an acknowledgement expires.
///
/// A step is a set of page rows, each with a task of its own that sends it ([SendPageTask]), so
/// that a channel that hangs holds up no other. Every decision is made and carried out under the
/// subject's lock. For example: step 1 pages two nurses at 10:00; both pages fail at 10:00:20, so
/// step 2 is paged at once, and the task that wakes at 10:02 finds it done and waits for step 3.
/// With no channel configured nothing is paged and the history says so: the inbox is the channel.
@Component
class Pager {

  private final EscalationLedger ledger;
  private final PageRows pages;
  private final Policy policy;
  private final EscalationTasks tasks;

  Pager(EscalationLedger ledger, PageRows pages, Policy policy, EscalationTasks tasks) {
    this.ledger = ledger;
    this.pages = pages;
    this.policy = policy;
    this.tasks = tasks;
  }

  /// Does what is due now, and says when to look again.
  Next advance(EscalationLedger.Open open) {
    Instant now = open.at();
    Progress progress = progress(open.now());
    return switch (policy.next(progress, now)) {
      case Decision.Page page -> {
        page(open, page);
        yield again(policy.next(progress(open.now()), now), progress, now);
      }
      case Decision.Expire expired -> {
        expire(open);
        yield new Next.Done();
      }
      case Decision.Unreachable nobody -> {
        open.noteOncePerRound(EscalationEntry.bySystem(EventKind.NO_CHANNEL));
        tasks.noticePatient(open.now(), now);
        yield new Next.Again(nobody.again());
      }
      case Decision.WaitUntil wait -> again(wait, progress, now);
      case Decision.Nothing nothing -> new Next.Done();
    };
  }

  /// Pages the next step at once where every page of the last one was in vain.
  void moveOn(EscalationLedger.Open open) {
    Progress progress = progress(open.now());
    if (progress.last().filter(Progress.Step::faltered).isPresent()
        && policy.next(progress, open.at()) instanceof Decision.Page page) {
      page(open, page);
    }
  }

  /// Moves the times that the policy counts from together with a clock that was set back. Without
  /// this an acknowledgement would hold, and the next step wait, for so much longer.
  @EventListener
  void clockSetBack(ClockSetBack jump) {
    ledger.moveBack(jump.by(), open -> pages.moveBack(open.id(), jump.by()));
  }

  /// Wakes no later than any other decision can fall due, so that nobody ever has to move a task:
  /// a step that was paged early, because every channel failed, makes no later one late.
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
        pages.lastStep(RoundId.of(escalation)));
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

  private void page(EscalationLedger.Open open, Decision.Page step) {
    if (step.nobodyOnDuty()) {
      open.noteOncePerRound(EscalationEntry.bySystem(EventKind.NOBODY_ON_DUTY));
    }
    for (Decision.Target target : step.targets()) {
      Page page =
          Page.next(open.now(), step.step(), target.person().id(), target.channel(), open.at());
      pages.insert(page);
      tasks.sendPage(page.key(), open.at());
    }
  }

  private void expire(EscalationLedger.Open open) {
    Escalation after = open.apply(
        EscalationChange.of(open.now()).nextRound(pages.anyAccepted(open.now().id())),
        EscalationEntry.bySystem(EventKind.ACKNOWLEDGEMENT_EXPIRED));
    tasks.beginRound(after, open.at());
  }
}
