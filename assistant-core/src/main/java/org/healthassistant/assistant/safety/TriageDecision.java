package org.healthassistant.assistant.safety;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What the screen decided about one message, with its reasons.
///
/// @param level the highest level any finding asks for; `SELF_CARE` when there is none
/// @param categories those of the findings, most urgent first, each once
/// @param findings the reasons, most urgent first; empty when nothing was found
/// @param meaningRead whether the classifier read the message; `false` means that
///     [Screen#raiseByMeaning] has still to be called when it has
/// @param failed whether the screen broke; the level is then at least `SAME_DAY`
/// @param packId the rule pack that decided
public record TriageDecision(
    Level level,
    List<String> categories,
    List<Finding> findings,
    boolean meaningRead,
    boolean failed,
    String packId) {

  /// Copies the lists.
  public TriageDecision {
    categories = List.copyOf(categories);
    findings = List.copyOf(findings);
  }

  private static final String LOST = "decision-lost";

  /// What stands for a decision that was kept and cannot be read any more: its level is known,
  /// its reasons are not.
  public static TriageDecision lost(String messageId, Level level) {
    var finding = new Finding(
        LOST,
        Finding.UNCLEAR,
        level,
        messageId,
        0,
        0,
        "What was found in this message cannot be read any more.",
        false);
    return new TriageDecision(level, List.of(Finding.UNCLEAR), List.of(finding), true, false, LOST);
  }

  /// Whether it stands for one that cannot be read.
  public boolean isLost() {
    return packId.equals(LOST);
  }

  /// The same with one more reason, at its level where that is higher. Never lower than before.
  public TriageDecision raisedBy(Finding finding) {
    var all = new ArrayList<>(findings);
    all.add(finding);
    all.sort(Comparator.comparing(Finding::level).reversed());
    return new TriageDecision(
        Level.max(level, finding.level()),
        all.stream().map(Finding::category).distinct().toList(),
        all,
        meaningRead,
        failed,
        packId);
  }
}
