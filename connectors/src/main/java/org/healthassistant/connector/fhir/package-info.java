/// Reads FHIR R4 Bundles, one patient each, into the values of `connector.record`.
///
/// Start at [FhirBundleDirectory]. What cannot be read is told as a problem with its file,
/// place and way out, and the rest is still loaded. HAPI types stay inside this package.
@NullMarked
package org.healthassistant.connector.fhir;

import org.jspecify.annotations.NullMarked;
