/// What a message about to be stored says beside the words of its question: what the screen
/// finds, what it answers of ours, what it tells, what it says is wrong.
///
/// Start at [MessageHearing].
@NullMarked
package org.healthassistant.assistant.turn.hearing;

import org.jspecify.annotations.NullMarked;
