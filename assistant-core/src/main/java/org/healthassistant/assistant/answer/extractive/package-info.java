/// Writes answers from authored sentences, word by word.
///
/// Start at [ExtractiveWriter]. It knows evidence and nothing of questions, models or citations.
@NullMarked
package org.healthassistant.assistant.answer.extractive;

import org.jspecify.annotations.NullMarked;
