/// What a patient's record is once it has been read: plain values, the same whatever the source
/// was.
///
/// Start at [PatientRecord]. An entry keeps what its source said and no more: a date keeps its
/// precision, a number its comparator and unit, a missing status stays unknown. No type of FHIR
/// or of any vendor occurs here. Everything holds health data, so every `toString` is
/// `[REDACTED]`; the values can be written to JSON and read back by Jackson without loss.
@NullMarked
package org.healthassistant.connector.record;

import org.jspecify.annotations.NullMarked;
