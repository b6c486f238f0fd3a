/// Starts the packaged service on a database of its own, and speaks to it.
///
/// Start at [ServiceProcess], which tests use too; [ServiceOptions] says with which settings,
/// [AssistantClient] calls it, and [DatabaseSnapshot] reads what a stopped one left. Knows the
/// service as an operator does: its jar, its settings, its HTTP and its tables, never its
/// classes.
@NullMarked
package org.healthassistant.evaluation.service;

import org.jspecify.annotations.NullMarked;
