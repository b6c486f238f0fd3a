/// Reads what people's own devices and apps measured, as they export or push it, into [Sample]s.
///
/// Start at [MeasurementFile]. Whatever the size of a file, memory stays flat: it is read record
/// by record, and each sample is handed on at once. Units are those of UCUM, offsets are those
/// that were written; what cannot be read is told by its type and never with a value.
@NullMarked
package org.healthassistant.connector.wearable;

import org.jspecify.annotations.NullMarked;
