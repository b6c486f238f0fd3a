/// Starts the packaged service and drives it: load, soak, kills, and the bench beside bare parts.
///
/// Start at [ServiceProcess], which tests use too. [LoadRun] sends turns at a fixed rate, [KillRun]
/// plays conversations by web and SMS while it kills the process, and [Judge] then says what was
/// lost or done twice. Speaks HTTP alone to the service and must not know its classes; only the
/// judge reads its database, and only when the process has ended.
@NullMarked
package org.healthassistant.evaluation.load;

import org.jspecify.annotations.NullMarked;
