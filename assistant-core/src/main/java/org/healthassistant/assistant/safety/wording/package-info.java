/// Chooses which fixed sentences a patient is told, by category and by who reads them.
///
/// Start at [WordingPlan], one for the replies of a level; [Listener] says whether the writer is
/// the one in danger. Data stands in `safety/wording`, the words themselves with all others that
/// patients read; no model has a hand in either.
@NullMarked
package org.healthassistant.assistant.safety.wording;

import org.jspecify.annotations.NullMarked;
