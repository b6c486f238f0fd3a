/// Readings that patients tell in words: what a message tells, and the question whether to keep
/// it.
///
/// Start at [ToldReadingReader], which reads a message, and [ToldOffers], which keeps what was
/// offered. It knows nothing of what is kept in the end.
@NamedInterface("spoken")
@NullMarked
package org.healthassistant.assistant.record.spoken;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
