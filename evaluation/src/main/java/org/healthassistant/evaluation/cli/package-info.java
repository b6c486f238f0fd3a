/// The command line: one small class a command, all under [Main].
///
/// Results go to standard output, everything else to standard error; 0 means done, 1 that the
/// work failed or, with `--gate`, fell below the expected value, 2 wrong usage. Holds no
/// measuring of its own: each command calls the package it is named after.
@NullMarked
package org.healthassistant.evaluation.cli;

import org.jspecify.annotations.NullMarked;
