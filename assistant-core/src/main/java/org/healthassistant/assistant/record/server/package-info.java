/// Keeps the copies of patients' records up with a FHIR server, where one is configured.
///
/// Start at [RecordReads]: a patient is read when somebody needs the record and the copy is older
/// than the setting allows, and again and again in the background. Knows of the copies only what
/// [Copies] offers.
@NamedInterface("server")
@NullMarked
package org.healthassistant.assistant.record.server;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
