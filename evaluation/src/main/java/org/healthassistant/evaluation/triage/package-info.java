/// Measures the screen, and trains the part of it that learns.
///
/// [TriageRun] reads cases, screens each in process and gives a [TriageReport]; [NegationRun] does
/// the same for denied and affirmed concepts. [TrainMeaning] makes the classifier's data from the
/// messages beside it; its main method takes the folder to write to:
/// `assistant-core/src/main/resources/safety/meaning`. It is deterministic and prints what it
/// measured
/// out of fold. This package knows no Spring and no web.
@NullMarked
package org.healthassistant.evaluation.triage;

import org.jspecify.annotations.NullMarked;
