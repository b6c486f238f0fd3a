/// Finds what could keep an escalation from reaching a person, and schedules lost work again.
///
/// Start at [Watchdog], which looks every few seconds: [WatchdogQueries] reads the tables,
/// [WatchdogRepair] schedules what was lost, [WatchdogReporter] writes the log and alerts
/// people. It uses a thread and a connection of its own (ADR 0009), and must not use the
/// service's pool, its transactions, its outbox or its scheduler. Nobody else knows it.
@NullMarked
package org.healthassistant.assistant.escalation.watchdog;

import org.jspecify.annotations.NullMarked;
