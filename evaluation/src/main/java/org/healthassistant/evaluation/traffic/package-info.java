/// Messages as patients send them, by web and SMS, and what became of them.
///
/// Start at [VirtualUser], who writes one drawn message after the other through [ServiceChannels]
/// and notes each in the [SendLog]. What load and kill runs share stands here; neither is known.
@NullMarked
package org.healthassistant.evaluation.traffic;

import org.jspecify.annotations.NullMarked;
