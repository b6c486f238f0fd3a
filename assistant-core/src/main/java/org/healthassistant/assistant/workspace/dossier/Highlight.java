package org.healthassistant.assistant.workspace.dossier;

import org.healthassistant.assistant.safety.Finding;
import org.healthassistant.assistant.safety.Level;

/// What the screen saw in a stretch of a message.
///
/// @param start offset in UTF-16 units
/// @param end offset just behind
public record Highlight(
    String rule, String category, Level level, int start, int end, String explanation) {

  static Highlight of(Finding finding) {
    return new Highlight(
        finding.rule(),
        finding.category(),
        finding.level(),
        finding.start(),
        finding.end(),
        finding.explanation());
  }
}
