/// Reads measured values, amounts and changes that a patient writes as numbers, and turns them
/// into concepts that rules combine like words: `bp 188/124` is `reading/pressure-crisis`.
///
/// Numbers are tied to their measures by place, units and plausibility; the cut-offs are data
/// (`safety/reading/cut-offs.yaml`), each with its source. Dates, times, doses, telephone numbers
/// and addresses are no readings. Every pass is linear in the length of the text.
@NullMarked
package org.healthassistant.assistant.safety.reading;

import org.jspecify.annotations.NullMarked;
