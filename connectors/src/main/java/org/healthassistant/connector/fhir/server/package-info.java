/// Reads a patient's record from a FHIR R4 server and writes to it; reads into the same values as
/// Bundles in files.
///
/// Start at [FhirServer]. What one reading found is a [ServerReading], which is laid onto the
/// copy of before: what could not be read stays as it was, and its part is told as incomplete,
/// never as empty. Pages are taken as JSON and read entry by entry by `connector.fhir`, so one
/// wrong entry costs that entry. What is written goes through [FhirWriter]. Keeps nothing but the
/// access token and what the server offers.
@NullMarked
package org.healthassistant.connector.fhir.server;

import org.jspecify.annotations.NullMarked;
