/// What is asked back of a patient, and what an answer says: the protocols beside the screen.
///
/// Start at [SymptomQuestions]. How the questions of a conversation stand is kept sealed with it,
/// so that neither a restart nor another instance forgets them; whoever answers nothing goes up
/// by the protocol's own level. It knows no reply and nothing of the doors.
@NullMarked
package org.healthassistant.assistant.turn.asking;

import org.jspecify.annotations.NullMarked;
