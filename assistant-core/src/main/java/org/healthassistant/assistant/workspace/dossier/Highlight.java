package org.healthassistant.assistant.workspace.dossier;

import org.healthassistant.assistant.safety.Finding;

/// What the screen saw in a stretch of a message.
///
/// @param start offset in UTF-16 units
/// @param end offset just behind
public record Highlight(
    String rule, String category, String level, int start, int end, String explanation) {

  static Highlight of(Finding finding) {
    return new Highlight(
        finding.rule(),
        finding.category(),
        finding.level().name(),
        finding.start(),
        finding.end(),
        finding.explanation());
  }
}
