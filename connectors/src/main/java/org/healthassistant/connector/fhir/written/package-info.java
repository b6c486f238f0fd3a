/// Resources that are written to a FHIR R4 server: what patients reported, escalations, and
/// transcripts, each as JSON.
///
/// Each has a class of its own, such as [ReportedReading]; what all have in common is in
/// [Written]. They are sent by `connector.fhir.server`.
@NullMarked
package org.healthassistant.connector.fhir.written;

import org.jspecify.annotations.NullMarked;
