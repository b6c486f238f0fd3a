package org.healthassistant.assistant.store;

import static com.github.kagkarlsson.scheduler.task.helper.Tasks.custom;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Declares what every room stands on: clocks, signals, transactions and the scheduler.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StoreSettings.class)
class StoreConfiguration {

  /// A worker that died is noticed within 20 s: four missed heartbeats of five seconds, the
  /// fewest that the scheduler allows.
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);

  private static final int MISSED_HEARTBEATS = 4;

  /// Work that waits for a model or a gateway holds a worker, which is a virtual thread: so many
  /// that pages never wait for one.
  private static final int WORKERS = 64;

  /// Work whose handler threw is tried for ever: what it is for is still owed.
  private static final Backoff AFTER_FAILURES = Backoff.of(
      Duration.ofSeconds(1),
      Duration.ofSeconds(2),
      Duration.ofSeconds(4),
      Duration.ofSeconds(8),
      Duration.ofSeconds(16),
      Duration.ofSeconds(30));

  @Bean
  RealClock realClock() {
    return RealClock.system();
  }

  @Bean
  ClinicalClock clinicalClock(RealClock real, StoreSettings settings) {
    return new ClinicalClock(real, settings.clinicalStart(), settings.zone());
  }

  @Bean
  TopicSignals signals() {
    return new TopicSignals();
  }

  @Bean
  Transactions transactions(
      PlatformTransactionManager manager, DataSource dataSource, JdbcClient jdbc)
      throws SQLException {
    return new Transactions(
        new TransactionTemplate(manager),
        new Checkpoint(isH2(dataSource), () -> jdbc.sql("CHECKPOINT").update()));
  }

  @Bean
  Tasks tasks(
      DataSource dataSource,
      JdbcClient jdbc,
      Transactions transactions,
      ObjectProvider<TaskHandler> handlers) {
    return new Tasks(
        SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource))
            .enablePriority()
            .build(),
        jdbc,
        transactions,
        name -> handlers.stream()
            .filter(handler -> handler.name().equals(name))
            .findFirst()
            .map(TaskHandler::urgency)
            .orElse(TaskHandler.Urgency.USUAL)
            .priority());
  }

  @Bean
  Instance instance(StoreSettings settings) {
    return Instance.of(settings.dataDirectory());
  }

  /// Started and stopped by [SchedulerLifecycle], once every other bean is ready.
  @Bean(destroyMethod = "")
  @DependsOnDatabaseInitialization
  Scheduler scheduler(
      DataSource dataSource,
      List<TaskHandler> handlers,
      RealClock clock,
      Tasks tasks,
      Instance instance) {
    List<Task<?>> known = handlers.stream().<Task<?>>map(h -> task(h, clock)).toList();
    Scheduler scheduler = Scheduler.create(new TransactionAwareDataSourceProxy(dataSource), known)
        .schedulerName(new SchedulerName.Fixed(instance.name()))
        .threads(WORKERS)
        .enablePriority()
        .executorService(Executors.newVirtualThreadPerTaskExecutor())
        .pollingInterval(Duration.ofSeconds(1))
        .heartbeatInterval(HEARTBEAT)
        .missedHeartbeatsLimit(MISSED_HEARTBEATS)
        .shutdownMaxWait(Duration.ofSeconds(5))
        .alwaysPersistTimestampInUTC()
        .clock(clock::instant)
        .build();
    tasks.onDue(scheduler::triggerCheckForDueExecutions);
    return scheduler;
  }

  @Bean
  SchedulerLifecycle schedulerLifecycle(
      Scheduler scheduler,
      Instance instance,
      JdbcClient jdbc,
      Transactions transactions,
      RealClock clock,
      ApplicationEventPublisher events) {
    return new SchedulerLifecycle(
        scheduler, instance, jdbc, new SchedulerClock(jdbc, transactions, clock, events));
  }

  private static Task<Void> task(TaskHandler handler, RealClock clock) {
    return custom(handler.name(), Void.class)
        .onDeadExecutionRevive()
        .onFailure(retry(clock))
        .execute((instance, context) -> switch (FailedWork.orFailed(() -> handler.run(
            Tasks.idOf(instance.getId()), context.getExecution().consecutiveFailures))) {
          case TaskHandler.Next.Done done -> new CompletionHandler.OnCompleteRemove<>();
          case TaskHandler.Next.Again again ->
            (complete, operations) -> operations.reschedule(complete, again.at());
        });
  }

  private static FailureHandler<Void> retry(RealClock clock) {
    return (complete, operations) -> {
      int failures = complete.getExecution().consecutiveFailures + 1;
      operations.reschedule(complete, clock.instant().plus(AFTER_FAILURES.next(failures)));
    };
  }

  private static boolean isH2(DataSource dataSource) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return connection.getMetaData().getDatabaseProductName().equals("H2");
    }
  }

  /// Says that scheduled work failed, by the classes of what was thrown and where, and by none of
  /// its messages: the scheduler logs it whole, and a message may hold what a patient wrote.
  static final class FailedWork extends RuntimeException {

    private static final int DEEPEST = 8;

    private FailedWork(RuntimeException thrown) {
      super(classes(thrown), null, false, true);
      setStackTrace(thrown.getStackTrace());
    }

    /// Does some work.
    ///
    /// @throws FailedWork in place of what it throws
    static <T> T orFailed(Supplier<T> work) {
      try {
        return work.get();
      } catch (RuntimeException e) {
        throw new FailedWork(e);
      }
    }

    private static String classes(Throwable thrown) {
      StringBuilder all = new StringBuilder(thrown.getClass().getName());
      Throwable cause = thrown.getCause();
      for (int depth = 1; cause != null && depth < DEEPEST; depth++) {
        all.append(" <- ").append(cause.getClass().getName());
        cause = cause.getCause();
      }
      return all.toString();
    }
  }
}
