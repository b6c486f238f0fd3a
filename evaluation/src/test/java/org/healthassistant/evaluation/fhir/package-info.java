/// A real FHIR server, HAPI's, and what is read from it.
@org.jspecify.annotations.NullMarked
package org.healthassistant.evaluation.fhir;
