/// Measures the packaged service: turns at a fixed rate, growth over a long run, and the bench
/// beside bare parts.
///
/// Start at [LoadRun], which sends messages as its [LoadPlan] says; [Bench] measures one turn
/// beside the embeddings that it contains. Speaks HTTP alone to the service and must not know
/// its classes.
@NullMarked
package org.healthassistant.evaluation.load;

import org.jspecify.annotations.NullMarked;
