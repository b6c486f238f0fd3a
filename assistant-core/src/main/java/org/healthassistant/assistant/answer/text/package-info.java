/// What the answer room knows of words: how a text is folded and cut, which words carry content,
/// which mean the same, which are medicines.
///
/// Start at [ContentStems] for comparing two texts and at [PhraseMatcher] for hearing a cue in
/// a message. All lists are data under `resources/answer`. Nothing here knows questions,
/// passages or records; every text is scanned in one pass, so that no text can slow it.
@NullMarked
package org.healthassistant.assistant.answer.text;

import org.jspecify.annotations.NullMarked;
