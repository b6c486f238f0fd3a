package org.healthassistant.assistant.escalation.paging;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.healthassistant.assistant.delivery.UnknownTextFailed;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.EscalationChange;
import org.healthassistant.assistant.escalation.EscalationEntry;
import org.healthassistant.assistant.escalation.EscalationLedger;
import org.healthassistant.assistant.escalation.EscalationTasks;
import org.healthassistant.assistant.escalation.EventKind;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Stores what became of a page, and does what follows from it for its escalation: somebody is
/// notified, the next step is due, the patient is told.
@Component
class PageOutcomes {

  private static final int LONGEST_CODE = 60;

  private final EscalationLedger ledger;
  private final PageRows pages;
  private final Pager pager;
  private final EscalationTasks tasks;

  PageOutcomes(EscalationLedger ledger, PageRows pages, Pager pager, EscalationTasks tasks) {
    this.ledger = ledger;
    this.pages = pages;
    this.pager = pager;
    this.tasks = tasks;
  }

  /// Follows a page that a channel has accepted, unless that was done before: the process may
  /// have died between the mark and what follows from it.
  void accepted(Page page) {
    if (!ledger.hasForPage(page.escalationId(), EventKind.PAGED, page.key())) {
      ledger.change(page.escalationId(), open -> follow(open, page));
    }
  }

  private Escalation follow(EscalationLedger.Open open, Page page) {
    Escalation now = open.now();
    EscalationChange change = EscalationChange.of(now);
    boolean first = now.state() == Escalation.State.OPEN && page.isOfPresentRound(now);
    Escalation after = open.apply(
        first ? change.state(Escalation.State.NOTIFIED) : change,
        EscalationEntry.bySystem(EventKind.PAGED).detail(page.summary()).page(page.key()));
    if (page.isOfPresentRound(now)) {
      noticePatient(open);
    }
    return after;
  }

  /// Stores that an attempt was in vain and another will be made. Where no page of the step got
  /// through, the next step is paged meanwhile.
  ///
  /// @param attempt its number, from 1
  /// @return false when another attempt has begun since: then nothing is stored
  boolean postponed(Page page, int attempt, String code) {
    return ifStored(
        page,
        () -> pages.outcome(page.key(), attempt, Page.State.PENDING, shortened(code)),
        open -> moveOn(open, page));
  }

  /// Stores that a page was given up, and goes on without it.
  void failed(Page page, int attempt, String code) {
    ifStored(
        page,
        () -> pages.outcome(page.key(), attempt, Page.State.FAILED, shortened(code)),
        open -> goOnWithout(open, page, code));
  }

  /// Stores what the carrier says later of a page that it had taken: it did not arrive, so it is
  /// as if it had never been taken.
  @EventListener
  void undelivered(UnknownTextFailed report) {
    pages
        .find(report.id())
        .ifPresent(page -> ifStored(
            page,
            () -> pages.undelivered(page.key(), shortened(report.code())),
            open -> goOnWithout(open, page, report.code())));
  }

  private boolean ifStored(Page page, BooleanSupplier store, Consumer<EscalationLedger.Open> then) {
    return ledger
        .change(page.escalationId(), open -> {
          boolean stored = store.getAsBoolean();
          if (stored) {
            then.accept(open);
          }
          return stored;
        })
        .orElse(false);
  }

  private void goOnWithout(EscalationLedger.Open open, Page page, String code) {
    open.record(EscalationEntry.bySystem(EventKind.PAGE_FAILED)
        .detail(page.summary() + " " + shortened(code))
        .page(page.key()));
    moveOn(open, page);
  }

  /// A channel that fails holds up nobody: the next step is due where no page of this one got
  /// through.
  private void moveOn(EscalationLedger.Open open, Page page) {
    if (page.isOfPresentRound(open.now())) {
      pager.moveOn(open);
      noticePatient(open);
    }
  }

  private void noticePatient(EscalationLedger.Open open) {
    if (!open.wasPatientTold(true)) {
      tasks.noticePatient(open.now(), open.at());
    }
  }

  private static String shortened(String code) {
    return code.length() <= LONGEST_CODE ? code : code.substring(0, LONGEST_CODE);
  }
}
