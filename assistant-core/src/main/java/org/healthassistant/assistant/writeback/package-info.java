/// What is written back to the FHIR server that records are read from: off until switched on.
///
/// Start at [WriteBack], which stores a resource in the transaction that accepts what it tells
/// of; [WriteTask] sends it. Here stands who listens for what is to be written, such as
/// [ReportedReadingsWriter]. Nothing here holds up or refuses what a patient does: a server that
/// takes nothing shows in health, metrics and log. Nobody knows this room.
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "settings",
      "store",
      "patient",
      "record :: measured",
      "record :: server",
      "safety",
      "escalation"
    })
@NullMarked
package org.healthassistant.assistant.writeback;

import org.jspecify.annotations.NullMarked;
