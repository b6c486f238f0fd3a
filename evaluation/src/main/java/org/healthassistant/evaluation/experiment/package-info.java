/// Experiments as files: a command, the value it should give, and how far it may be off.
///
/// Start at [Experiments], which reads them, and [ExperimentRunner], which runs one and gives a
/// [Verdict]. A new experiment is a new file, not new code. Must not know the command line: the
/// runner is handed whatever runs a command.
@NullMarked
package org.healthassistant.evaluation.experiment;

import org.jspecify.annotations.NullMarked;
