/// Measures what is said to a patient: answers of a running service, and the check of sentences.
///
/// Start at [AnswersRun], which asks a service over HTTP and holds each reply against the
/// expressions of its case, and [GroundingRun], which runs the product's own check over labelled
/// sentences in process. Must not know how a service is started.
@NullMarked
package org.healthassistant.evaluation.answers;

import org.jspecify.annotations.NullMarked;
