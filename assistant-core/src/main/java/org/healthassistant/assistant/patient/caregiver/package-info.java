/// Whom the patient lets act: which related person may see which part.
///
/// Start at [CareGrants]. Whether somebody may act now is not decided here: the record says
/// besides whether the person is still related.
@NamedInterface("caregiver")
@NullMarked
package org.healthassistant.assistant.patient.caregiver;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
