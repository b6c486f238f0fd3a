/// The people of the care team: who they are, into which teams they are divided, and who is on
/// duty when.
///
/// Start at [CareTeam]; [Roster] is the schedule, a pure function of the time. [TeamReading]
/// reads the settings and names every fault. It knows no escalation and no clock.
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"settings", "store"})
@NullMarked
package org.healthassistant.assistant.team;

import org.jspecify.annotations.NullMarked;
