/// What patients' own devices and apps measured, and what they tell us of it: kept sealed by
/// month, each reading once, and read by need.
///
/// Start at [MeasurementImports], which takes files, and [MeasuredReadings], which tells what is
/// kept. Whoever has to look at what is new implements [NewReadings]. It knows nothing of the
/// copy of the record.
@NamedInterface("measured")
@NullMarked
package org.healthassistant.assistant.record.measured;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
