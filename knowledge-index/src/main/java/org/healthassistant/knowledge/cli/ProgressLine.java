package org.healthassistant.knowledge.cli;

import java.io.PrintWriter;
import java.time.Clock;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/// How far long work has come: a bar on a terminal, a line every few seconds elsewhere.
final class ProgressLine implements AutoCloseable {
  private static final long EVERY_MILLIS = 3_000;

  private final Clock clock;
  private final PrintWriter err;
  private final String task;
  private final @Nullable ProgressBar bar;
  private long last;

  ProgressLine(CommandContext around, String task) {
    this.clock = around.clock();
    this.err = around.err();
    this.task = task;
    this.last = clock.millis();
    this.bar = System.console() != null && System.console().isTerminal()
        ? new ProgressBarBuilder().setTaskName(task).setInitialMax(1).build()
        : null;
  }

  void at(int done, int total) {
    if (bar != null) {
      bar.maxHint(total);
      bar.stepTo(done);
    } else if (clock.millis() - last >= EVERY_MILLIS) {
      last = clock.millis();
      err.println(task + ": " + done + " of " + total);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
