package org.healthassistant.assistant.escalation.watchdog;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.healthassistant.assistant.escalation.EscalationTasks;
import org.healthassistant.assistant.escalation.paging.Page;
import org.healthassistant.assistant.escalation.watchdog.WatchdogFinding.Kind;
import org.healthassistant.assistant.store.TimeStamps;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the watchdog reads in one look: the tables alone, none of what the service believes of
/// itself.
///
/// Every query asks one question: *is something owed, and nobody is about to do it?* What is
/// owed stands in the tables of the domain (an escalation that waits, a page on its way), what
/// is about to happen stands in the scheduler's table, and a left join of the two finds what is
/// missing. For example, an EMERGENCY `e1` in round 2 that nobody has acknowledged owes a step,
/// which is the task `page-escalation` with the id `e1/2`:
///
/// | rows | finding |
/// | --- | --- |
/// | the task is there, due in a minute | none |
/// | the task is there, due 11 s ago | `stalled-step`: no worker takes it |
/// | no such task, or only `e1/1` of a round that is over | `stalled-step`, and [LostWork]:
/// [WatchdogRepair] schedules `e1/2` again |
/// | the task is there, due in an hour, and `e1` was changed "in 55 minutes" | the clock was set
/// back: as lost |
///
/// Ten seconds of grace keep work that is just being done out of it. A query must be cheap
/// while all is well, since it runs every five seconds: it starts from what is open, which is
/// little.
final class WatchdogQueries {

  /// So long a thing may be late or under channel.
  private static final Duration GRACE = Duration.ofSeconds(10);

  /// A worker tells every five seconds that it lives; the scheduler takes it for dead after 20
  /// s.
  private static final Duration SILENT_WORKER = Duration.ofSeconds(20);

  /// What is dated so far ahead was written before the clock went back.
  static final Duration FAR_AHEAD = Duration.ofMinutes(1);

  /// A message whose meaning came late is read, or raised unread, within this time.
  private static final Duration UNREAD = Duration.ofSeconds(30);

  /// So long a reply that was held back is told of.
  private static final Duration HELD = Duration.ofMinutes(15);

  private static final int FAILURES = 3;

  /// Two attempts that fail take 21 s where the other side is silent.
  private static final int FAILED_ATTEMPTS = 2;

  private static final Duration CHANNEL_WINDOW = Duration.ofMinutes(10);
  private static final int MOST = 200;

  /// Escalations that wait for a person.
  private static final String WAITS =
      "e.state in ('OPEN', 'NOTIFIED') and e.level in ('EMERGENCY', 'SAME_DAY')";

  /// Those, and such whose acknowledgement expires where no contact follows: a step is to come.
  private static final String GOES_ON = "e.level in ('EMERGENCY', 'SAME_DAY') and (e.state in"
      + " ('OPEN', 'NOTIFIED') or (e.state = 'ACKNOWLEDGED' and e.contacted_at is null))";

  /// The task of an escalation's present round.
  private static final String STEP = "t.task_name = '" + EscalationTasks.PAGE_STEP
      + "' and t.task_instance = e.id || '/' || cast(e.round as varchar(12))";

  private WatchdogQueries() {}

  /// Everything that is wrong now.
  static Observations look(JdbcClient jdbc, Instant now) {
    List<Observation> seen = new ArrayList<>();
    Instant late = now.minus(GRACE);
    List<LostWork> lost = lostSteps(jdbc, now);
    lost.addAll(lostPages(jdbc));
    add(seen, Kind.STALLED_STEP, lost.size() + stalledSteps(jdbc, late));
    add(seen, Kind.OLD_PAGE, count(jdbc, late, """
        select count(*) from page p join escalation e on e.id = p.escalation_id
        where p.state in ('PENDING', 'SENDING') and p.created_at < :time and %s
        """.formatted(WAITS)));
    add(seen, Kind.OLD_TEXT, count(jdbc, late, """
        select count(*) from outbox
        where state in ('PENDING', 'SENDING') and created_at < :time
        """));
    add(seen, Kind.BLOCKED_TASK, count(jdbc, now.minus(SILENT_WORKER), """
        select count(*) from scheduled_tasks
        where consecutive_failures >= %d or (picked = true and last_heartbeat < :time)
        """.formatted(FAILURES)));
    add(seen, Kind.SCHEDULER_STILL, count(jdbc, late, """
        select count(*) from scheduled_tasks
        where task_name = '%s' and execution_time < :time
        """.formatted(WatchdogProbeTask.TASK)));
    add(seen, Kind.UNREAD_MEANING, count(jdbc, now.minus(UNREAD), """
        select count(*) from message where late_vectors = true and at < :time
        """));
    add(seen, Kind.HELD_TEXT, count(jdbc, now.minus(HELD), """
        select count(*) from outbox
        where state = 'SUPPRESSED' and created_at >= :time and error like 'held/%'
        """));
    deadChannels(jdbc, now).forEach(name -> seen.add(new Observation(Kind.DEAD_CHANNEL, name, 1)));
    return new Observations(seen, lost);
  }

  /// Escalations that have a step to come and whose round has no task, or that the clock has
  /// left behind.
  private static List<LostWork> lostSteps(JdbcClient jdbc, Instant now) {
    return new ArrayList<>(jdbc.sql("""
        select e.id, e.round from escalation e
        left join scheduled_tasks t on %s
        where %s
          and (t.task_instance is null
            or (e.changed_at > :ahead and t.execution_time > :ahead and t.picked = false))
        order by e.created_at limit :most
        """.formatted(STEP, GOES_ON))
        .param("ahead", TimeStamps.bind(now.plus(FAR_AHEAD)))
        .param("most", MOST)
        .query((row, n) -> new LostWork(
            row.getString("id"),
            EscalationTasks.PAGE_STEP,
            row.getString("id") + "/" + row.getInt("round")))
        .list());
  }

  /// Pages on their way that no task will send.
  private static List<LostWork> lostPages(JdbcClient jdbc) {
    return jdbc.sql("""
        select p.page_key, p.escalation_id from page p
        join escalation e on e.id = p.escalation_id
        left join scheduled_tasks t on t.task_name = :task and t.task_instance = p.page_key
        where p.state in ('PENDING', 'SENDING') and t.task_instance is null and %s
        order by p.created_at limit :most
        """.formatted(WAITS))
        .param("task", EscalationTasks.SEND_PAGE)
        .param("most", MOST)
        .query((row, n) -> new LostWork(
            row.getString("escalation_id"), EscalationTasks.SEND_PAGE, row.getString("page_key")))
        .list();
  }

  /// Steps that are scheduled and overdue.
  private static int stalledSteps(JdbcClient jdbc, Instant late) {
    return count(jdbc, late, """
        select count(*) from escalation e
        join scheduled_tasks t on %s
        where t.execution_time < :time and %s
        """.formatted(STEP, GOES_ON));
  }

  /// Channels of which the latest attempts all failed.
  private static Set<String> deadChannels(JdbcClient jdbc, Instant now) {
    Map<String, Integer> failures = new HashMap<>();
    Set<String> decided = new HashSet<>();
    Set<String> dead = new HashSet<>();
    jdbc.sql("""
        select channel, state, attempts, error from page
        where sent_at > :since and sent_at <= :now and (error is null or error <> 'not-needed')
        order by sent_at desc limit :most
        """)
        .param("since", TimeStamps.bind(now.minus(CHANNEL_WINDOW)))
        .param("now", TimeStamps.bind(now))
        .param("most", MOST)
        .query((row, n) -> new Attempt(
            row.getString("channel"),
            Page.State.valueOf(row.getString("state")),
            row.getInt("attempts")))
        .list()
        .forEach(attempt -> {
          if (attempt.state() == Page.State.ACCEPTED) {
            decided.add(attempt.channel());
          } else if (!decided.contains(attempt.channel())
              && failures.merge(attempt.channel(), attempt.failed(), Integer::sum)
                  >= FAILED_ATTEMPTS) {
            dead.add(attempt.channel());
          }
        });
    return dead;
  }

  private static void add(List<Observation> seen, Kind kind, int count) {
    if (count > 0) {
      seen.add(new Observation(kind, "", count));
    }
  }

  private static int count(JdbcClient jdbc, Instant time, String sql) {
    return jdbc.sql(sql)
        .param("time", TimeStamps.bind(time))
        .query(Integer.class)
        .single();
  }

  /// One look.
  ///
  /// @param lost what is to be scheduled again
  record Observations(List<Observation> seen, List<LostWork> lost) {}

  /// One thing seen.
  record Observation(Kind kind, String detail, int count) {}

  /// Work that an escalation waits for and that nothing will do.
  ///
  /// @param task the name of its task
  /// @param instance the id it runs under
  record LostWork(String escalationId, String task, String instance) {}

  private record Attempt(String channel, Page.State state, int attempts) {
    /// An attempt under way has not failed yet.
    int failed() {
      return state == Page.State.SENDING ? attempts - 1 : attempts;
    }
  }
}
