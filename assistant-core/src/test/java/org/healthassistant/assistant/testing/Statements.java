package org.healthassistant.assistant.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/// Counts the statements that are sent to the database while it is open, by the threads that send
/// them.
public final class Statements implements AutoCloseable {

  private final Logger log = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
  private final Seen seen = new Seen();

  private Statements() {
    seen.start();
    log.setAdditive(false);
    log.addAppender(seen);
    log.setLevel(Level.DEBUG);
  }

  /// Begins to count.
  public static Statements counted() {
    return new Statements();
  }

  /// How many were sent by threads whose names begin so.
  public long by(String threads) {
    return seen.senders.stream().filter(name -> name.startsWith(threads)).count();
  }

  @Override
  public void close() {
    log.setLevel(null);
    log.detachAppender(seen);
    log.setAdditive(true);
  }

  private static final class Seen extends AppenderBase<ILoggingEvent> {

    private final List<String> senders = new CopyOnWriteArrayList<>();

    @Override
    protected void append(ILoggingEvent event) {
      if (event.getFormattedMessage().startsWith("Executing prepared SQL statement")) {
        senders.add(Thread.currentThread().getName());
      }
    }
  }
}
