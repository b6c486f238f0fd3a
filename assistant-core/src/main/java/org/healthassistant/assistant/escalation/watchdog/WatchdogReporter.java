package org.healthassistant.assistant.escalation.watchdog;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says what the watchdog found: in the log at once and then every five minutes, by alerts,
/// and, by a heartbeat that stops, to whoever watches from outside.
final class WatchdogReporter implements AutoCloseable {

  static final Duration AGAIN = Duration.ofMinutes(5);

  private static final Logger LOG = LoggerFactory.getLogger(WatchdogReporter.class);

  private final WatchdogAlertDispatcher alerts;
  private final Map<String, Instant> logged = new HashMap<>();

  WatchdogReporter(WatchdogAlertDispatcher alerts) {
    this.alerts = alerts;
  }

  /// Says what there is to say of one look.
  void report(List<WatchdogFinding> findings, Instant now) {
    Set<String> over = new HashSet<>(logged.keySet());
    for (WatchdogFinding finding : findings) {
      over.remove(finding.code());
      log(finding, now);
      alerts.alert(finding, now);
    }
    for (String code : over) {
      logged.remove(code);
      LOG.info("WD-000: {} is over", code);
    }
    if (findings.isEmpty()) {
      alerts.ping(now);
    }
  }

  @Override
  public void close() {
    alerts.close();
  }

  private void log(WatchdogFinding finding, Instant now) {
    Instant last = logged.get(finding.code());
    if (last == null || !now.isBefore(last.plus(AGAIN)) || now.isBefore(last)) {
      logged.put(finding.code(), now);
      LOG.error(
          "{}: {} ({}) since {}: {}",
          finding.kind().logCode(),
          finding.code(),
          finding.count(),
          finding.since(),
          finding.kind().advice());
    }
  }
}
