/// Knows what an answer may depend on that a patient can tell: age, pregnancy, other medicines,
/// how long. Reads it from messages and from replies to our questions (`answer/context.yaml`).
///
/// Start at [ContextReader]. Nothing here looks anything up or decides what is asked.
@NullMarked
package org.healthassistant.assistant.answer.context;

import org.jspecify.annotations.NullMarked;
