/// The people of the care team: id, name, role and addresses, as configured. Start at [CareTeam].
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"store"})
@NullMarked
package org.healthassistant.assistant.team;

import org.jspecify.annotations.NullMarked;
