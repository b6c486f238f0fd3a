package org.healthassistant.evaluation.cli;

import java.io.PrintStream;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.healthassistant.evaluation.load.LoadRun;
import org.jspecify.annotations.Nullable;

/// How far long work has come, on standard error: a bar on a terminal, elsewhere a line every few
/// seconds. Safe for use by several threads.
final class ConsoleProgress implements LoadRun.Progress, AutoCloseable {

  private static final Duration EVERY = Duration.ofSeconds(5);

  private final String task;
  private final PrintStream err = System.err;
  private final @Nullable ProgressBar bar;
  private long lineNanos = System.nanoTime();

  /// Begins showing a task.
  ///
  /// @param task one or two words
  ConsoleProgress(String task) {
    this.task = task;
    this.bar = System.console() != null && System.console().isTerminal()
        ? new ProgressBarBuilder()
            .setTaskName(task)
            .setConsumer(new ConsoleProgressBarConsumer(err))
            .build()
        : null;
  }

  /// Shows that so much of the whole is done.
  @Override
  public synchronized void at(long done, long total) {
    if (bar != null) {
      bar.maxHint(total);
      bar.stepTo(done);
    } else if (System.nanoTime() - lineNanos > EVERY.toNanos()) {
      lineNanos = System.nanoTime();
      err.println(task + ": " + done + " of " + total);
    }
  }

  /// Says something that is worth a line of its own.
  @Override
  public synchronized void say(String line) {
    err.println(line);
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
