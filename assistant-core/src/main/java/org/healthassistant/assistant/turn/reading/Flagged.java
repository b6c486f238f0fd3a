package org.healthassistant.assistant.turn.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.healthassistant.assistant.record.measured.NewReading;
import org.healthassistant.assistant.safety.Finding;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.safety.TriageDecision;

/// Readings that the safety net's rules flag, the most urgent first.
///
/// @param readings at least one
/// @param packId the rules that flagged them
public record Flagged(List<One> readings, String packId) {

  /// Copies the readings.
  public Flagged {
    readings = List.copyOf(readings);
  }

  /// One of them.
  ///
  /// @param findings why; at least one, the most urgent first
  /// @param note what a nurse has to know of it: what is usual, and how good it is
  public record One(NewReading reading, List<Finding> findings, String note) {

    /// Copies the findings.
    public One {
      findings = List.copyOf(findings);
    }

    Level level() {
      return findings.getFirst().level();
    }

    @Override
    public String toString() {
      return "[REDACTED]";
    }
  }

  /// The level of the most urgent.
  public Level level() {
    return readings.getFirst().level();
  }

  /// The rules that flagged them, each once.
  public List<String> rules() {
    return readings.stream()
        .flatMap(one -> one.findings().stream())
        .map(Finding::rule)
        .distinct()
        .toList();
  }

  /// What was decided on a message that tells of them, one on each line.
  ///
  /// @param messageId its id
  /// @param lines the lines of the message that tell of the readings, in their order
  /// @param text the message
  public TriageDecision decision(String messageId, List<String> lines, String text) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      One one = readings.get(i);
      int start = Math.max(0, text.indexOf(lines.get(i)));
      int end = start + lines.get(i).length();
      one.findings().stream()
          .map(finding -> new Finding(
              finding.rule(),
              finding.category(),
              finding.level(),
              messageId,
              start,
              end,
              finding.explanation() + " " + one.note(),
              false))
          .forEach(findings::add);
    }
    findings.sort(Comparator.comparing(Finding::level).reversed());
    return new TriageDecision(
        level(),
        findings.stream().map(Finding::category).distinct().toList(),
        findings,
        true,
        false,
        packId);
  }
}
