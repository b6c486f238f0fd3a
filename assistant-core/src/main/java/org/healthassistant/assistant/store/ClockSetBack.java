package org.healthassistant.assistant.store;

import java.time.Duration;

/// The system's clock was found to be set back. Published within the process, on a thread of
/// its own and outside of any transaction.
///
/// A room that reckons from a recorded time how long something lasts moves that record: on the
/// clock as it is now, it was made earlier. The event is published once more when a listener
/// failed, and by every instance that noticed; moving twice must do no harm.
///
/// @param by by how much, more than five seconds
public record ClockSetBack(Duration by) {}
