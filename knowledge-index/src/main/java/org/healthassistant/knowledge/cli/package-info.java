/// The command line: import, approve, release, search, stats and verify.
///
/// Start at [Main]. Results go to standard output, everything else to standard error.
@NullMarked
package org.healthassistant.knowledge.cli;

import org.jspecify.annotations.NullMarked;
