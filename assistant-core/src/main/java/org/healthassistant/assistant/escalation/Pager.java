package org.healthassistant.assistant.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TaskHandler;
import org.healthassistant.assistant.store.Tasks;
import org.healthassistant.assistant.store.Transactions;
import org.springframework.stereotype.Component;

/// Pages people, step after step, until one acknowledges.
///
/// One task for each round of an escalation. A step is a set of page rows, each with a task of its
/// own that sends it ([PageSender]), so that a channel that hangs holds up no other. A raise begins
/// a round of its own, and the task of the former one ends by itself: no running task ever has to
/// be moved. With no channel configured nothing is paged and the history says so: the inbox is the
/// channel.
@Component
class Pager implements TaskHandler {

  static final String TASK = "page-escalation";

  private final EscalationRows rows;
  private final PageRows pages;
  private final EscalationHistory history;
  private final PageChannels channels;
  private final PageSettings settings;
  private final Subjects subjects;
  private final RealClock clock;
  private final Tasks tasks;
  private final Transactions transactions;

  Pager(
      EscalationRows rows,
      PageRows pages,
      EscalationHistory history,
      PageChannels channels,
      PageSettings settings,
      Subjects subjects,
      RealClock clock,
      Tasks tasks,
      Transactions transactions) {
    this.rows = rows;
    this.pages = pages;
    this.history = history;
    this.channels = channels;
    this.settings = settings;
    this.subjects = subjects;
    this.clock = clock;
    this.tasks = tasks;
    this.transactions = transactions;
  }

  @Override
  public String name() {
    return TASK;
  }

  @Override
  public Urgency urgency() {
    return Urgency.HIGHEST;
  }

  /// The id under which a round of an escalation is paged.
  static String taskId(Escalation escalation) {
    return escalation.id() + "/" + escalation.round();
  }

  @Override
  public Next run(String taskId) {
    Optional<Escalation> found = waiting(taskId);
    if (found.isEmpty()) {
      return new Next.Done();
    }
    Escalation escalation = found.get();
    Instant now = clock.instant();
    Optional<Page> last = pages.last(escalation.id(), escalation.round());
    Instant due =
        last.map(p -> p.createdAt().plus(settings.again(escalation.level()))).orElse(now);
    if (now.isBefore(due)) {
      return new Next.Again(due);
    }
    return transactions.durable(() -> {
      subjects.lock(escalation.subjectId());
      return waiting(taskId)
          .map(e -> page(e, last.map(Page::step).orElse(0) + 1, now))
          .orElseGet(Next.Done::new);
    });
  }

  /// The escalation of the task while it is to be paged in this round.
  private Optional<Escalation> waiting(String taskId) {
    int slash = taskId.indexOf('/');
    return rows.find(taskId.substring(0, slash))
        .filter(e -> taskId(e).equals(taskId))
        .filter(Pager::wantsPages);
  }

  static boolean wantsPages(Escalation escalation) {
    boolean unclaimed = switch (escalation.state()) {
      case OPEN, NOTIFIED -> true;
      case ACKNOWLEDGED, RESOLVED -> false;
    };
    return unclaimed && escalation.level().atLeast(Level.SAME_DAY);
  }

  private Next page(Escalation escalation, int step, Instant now) {
    List<PageChannels.Target> targets = channels.targets();
    if (targets.isEmpty()) {
      sayNoChannel(escalation);
    }
    for (PageChannels.Target target : targets) {
      Page page =
          Page.next(escalation, step, target.person().id(), target.channel().name(), now);
      pages.insert(page);
      tasks.schedule(PageSender.TASK, page.key(), now);
    }
    return new Next.Again(now.plus(settings.again(escalation.level())));
  }

  private void sayNoChannel(Escalation escalation) {
    if (!history.has(escalation.id(), "no-channel")) {
      history.add(escalation, EscalationHistory.entry("no-channel", "system"));
    }
  }
}
