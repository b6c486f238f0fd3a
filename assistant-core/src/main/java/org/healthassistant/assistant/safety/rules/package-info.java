/// Reads a rule pack and finds which of its patterns stand in a text.
///
/// Start at [RulePattern], which says what must come together, and at [RuleMatcher], which
/// looks for it. [PackFiles] holds the files of a pack and collects every problem, so that all
/// are reported at once; [LexiconReader] reads the words. What a pattern means, and how urgent
/// it is, is not known here.
@NullMarked
package org.healthassistant.assistant.safety.rules;

import org.jspecify.annotations.NullMarked;
