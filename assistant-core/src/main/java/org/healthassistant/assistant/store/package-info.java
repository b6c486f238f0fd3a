/// The database as every room meets it: durable transactions, scheduled work, ids, time stamps,
/// the two clocks, and signals for whoever waits for a row. It knows no word of the domain.
///
/// Start at [Transactions]: whatever a sender is told of was inside `durable`. Scheduled work
/// is a [TaskHandler] bean and is scheduled through [Tasks] in the caller's own transaction, so
/// that the scheduler is also the outbox.
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"settings"})
@NullMarked
package org.healthassistant.assistant.store;

import org.jspecify.annotations.NullMarked;
