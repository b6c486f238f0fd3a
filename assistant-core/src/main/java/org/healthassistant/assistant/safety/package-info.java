/// Decides, before anything is answered, whether a message needs a person, and how soon.
///
/// The entry point is [Screen]: a [Screening] in, a [TriageDecision] out. Lexicon and rules are
/// data under `resources/safety`, each rule with its source and examples; this package holds
/// only the code that applies them. [FixedWording] holds the sentences a patient sees then.
///
/// Whatever cannot be read or decided goes up a level, never down. The package knows no Spring,
/// no clock, no network and no file: class-path resources are read once, at construction. No
/// regular expression ever meets a patient's text, and every pass is linear in its length.
@NullMarked
package org.healthassistant.assistant.safety;

import org.jspecify.annotations.NullMarked;
