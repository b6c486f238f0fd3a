/// Measures the screen, and trains the part of it that learns.
///
/// [TriageRun] reads cases, screens each in process and gives a [TriageReport]; [NegationRun]
/// does the same for denied and affirmed concepts. What the classifier has learned is made by
/// [org.healthassistant.evaluation.train].
@NullMarked
package org.healthassistant.evaluation.triage;

import org.jspecify.annotations.NullMarked;
