/// How record items are recognised, ordered and put into words.
///
/// Start at [TopicData] (which items matter for which topic) and [Wording] (the sentences). A
/// [MeasurementTimeline] puts readings in the order of time, [ValueText] writes a value as
/// recorded. Nothing here chooses what a patient is told.
@NullMarked
package org.healthassistant.assistant.record.terms;

import org.jspecify.annotations.NullMarked;
