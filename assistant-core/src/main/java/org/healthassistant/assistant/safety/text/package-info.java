/// Reads a patient's text into words that a lexicon can be asked about.
///
/// Start at [Lexicon]: it turns messages into a [AnnotatedText], the concepts found in them
/// with their spans, and which of those are denied. On the way letters are folded ([Folding]),
/// cut into words ([Tokeniser]), written out where they are shorthand ([Shorthand]) and looked
/// up, misspellings included ([Vocabulary]). Every span leads back to the text as it was
/// written.
///
/// Every pass is linear in the length of the text. Nothing here knows rules or levels; the
/// package is internal to the safety room.
@NullMarked
package org.healthassistant.assistant.safety.text;

import org.jspecify.annotations.NullMarked;
