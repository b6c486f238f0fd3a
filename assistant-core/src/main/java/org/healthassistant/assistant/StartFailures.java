package org.healthassistant.assistant;

import java.sql.SQLException;
import java.util.stream.Collectors;
import org.healthassistant.assistant.patient.WrongMasterKeyException;
import org.healthassistant.knowledge.release.DamagedRelease;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/// Says in words why the service did not start and what to do.
public final class StartFailures implements FailureAnalyzer {

  /// H2's code for a database file that another process has open (`DATABASE_ALREADY_OPEN_1`).
  private static final int IN_USE = 90_020;

  /// For Spring, which reads `META-INF/spring.factories`.
  public StartFailures() {}

  @Override
  public @Nullable FailureAnalysis analyze(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof WrongSettingsException wrong) {
        return new FailureAnalysis(
            wrong.faults().stream()
                .collect(Collectors.joining("\n  - ", "Settings are wrong:\n  - ", "")),
            "Mend them (docs/settings.md); --check-config checks without starting.",
            failure);
      }
      if (cause instanceof DamagedRelease damaged) {
        return new FailureAnalysis(
            "The content release cannot be used: " + damaged.getMessage(),
            "Make the release again, or point 'assistant.knowledge.release' to a whole one.",
            failure);
      }
      if (cause instanceof WrongMasterKeyException key) {
        return new FailureAnalysis(
            key.getMessage() + ".",
            "Start with the master key the data was written with ('assistant.crypto.master-key',"
                + " or 'master.key' in the data directory); nothing was read or changed.",
            failure);
      }
      if (cause instanceof SQLException database && database.getErrorCode() == IN_USE) {
        return new FailureAnalysis(
            "The data directory is in use by another process.",
            "Stop the other process, or start with another 'assistant.data-directory'.",
            failure);
      }
    }
    return null;
  }
}
