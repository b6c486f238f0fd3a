package org.healthassistant.assistant.workspace;

import org.healthassistant.assistant.safety.Finding;

/// What the screen saw in a stretch of a message.
///
/// @param start offset in UTF-16 units
/// @param end offset just behind
record Mark(String rule, String category, String level, int start, int end, String explanation) {

  static Mark of(Finding finding) {
    return new Mark(
        finding.rule(),
        finding.category(),
        finding.level().name(),
        finding.start(),
        finding.end(),
        finding.explanation());
  }
}
