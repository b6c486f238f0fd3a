/// Carries out what people of the care team do with an escalation.
///
/// Start at [EscalationDesk]: an action reads the escalation under its subject's lock, asks
/// [OwnershipRules] whether the person may act on it, and comes to an [ActionEffect];
/// [EscalationCommands] stores and audits that effect. It knows neither pages nor their channels.
@org.springframework.modulith.NamedInterface("desk")
@NullMarked
package org.healthassistant.assistant.escalation.desk;

import org.jspecify.annotations.NullMarked;
