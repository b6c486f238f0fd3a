package org.healthassistant.assistant.store;

import java.time.Duration;

/// Said within the process when the system's clock was found to be set back, on a thread of its own
/// and outside of any transaction. Whoever reckons from a recorded time how long something lasts
/// moves that record: on the clock as it is now, it was made earlier. Said once more when a
/// listener
/// failed, and by every instance that noticed; moving twice must do no harm.
///
/// @param by by how much, more than five seconds
public record ClockSetBack(Duration by) {}
