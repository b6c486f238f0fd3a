/// Readings: those that come in without a message and are flagged, and those that a patient tells
/// and agrees to keep.
///
/// Start at [ReadingScreen] and [ReadingOffers]. The rules are those of the safety net, which
/// read a value as if the patient had written it.
@NullMarked
package org.healthassistant.assistant.turn.reading;

import org.jspecify.annotations.NullMarked;
