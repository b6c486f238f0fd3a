/// Fits what the product learns from labelled examples, and writes it as the product reads it.
///
/// Start at [CalibrationTraining] (is a passage an answer?) or [TriageClassifierTraining] (how
/// urgent does a message sound?). Both fit a [LogisticRegression] to the examples beside this
/// package, on a fixed order, so the same examples give the same file. The product must not
/// know this package.
@NullMarked
package org.healthassistant.evaluation.train;

import org.jspecify.annotations.NullMarked;
