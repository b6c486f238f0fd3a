/// Turns texts into vectors, and into probabilities.
///
/// Start at [Encoders]: an English encoder and a bilingual one that share one small pool of
/// threads with three priorities, so that a person who waits is served before bulk work. A
/// [TextClassifier] that is opened beside them reads texts before all else. Nothing here knows
/// articles, searches or levels.
@NullMarked
package org.healthassistant.knowledge.embed;

import org.jspecify.annotations.NullMarked;
