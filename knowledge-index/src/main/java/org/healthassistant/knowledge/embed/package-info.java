/// Turns texts into vectors.
///
/// Start at [Encoders]: an English encoder and a bilingual one that share one small pool of
/// threads with two priorities, so that a person who waits is served before bulk work.
/// [MessageWindows] cuts a long message into pieces that an encoder can read. Nothing here
/// knows articles or searches.
@NullMarked
package org.healthassistant.knowledge.embed;

import org.jspecify.annotations.NullMarked;
