package org.healthassistant.connector.fhir.written;

import ca.uhn.fhir.context.FhirContext;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import tools.jackson.databind.JsonNode;

/// What all resources that we write have in common: an identifier of ours, by which they are
/// created once and known again when a record is read.
public final class Written {

  /// The system of our identifiers.
  public static final String SYSTEM = "urn:health-assistant:written";

  private Written() {}

  /// Whether a resource is one that we wrote.
  public static boolean isIt(JsonNode resource) {
    for (JsonNode identifier : resource.path("identifier")) {
      if (identifier.path("system").asString("").equals(SYSTEM)) {
        return true;
      }
    }
    return false;
  }

  static Identifier identifier(String value) {
    return new Identifier().setSystem(SYSTEM).setValue(value);
  }

  static Reference patient(String id) {
    return new Reference("Patient/" + id);
  }

  static DateTimeType time(OffsetDateTime at) {
    return new DateTimeType(
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.truncatedTo(ChronoUnit.SECONDS)));
  }

  /// As JSON. Made once, at first use, the context takes about a second.
  static String json(Resource resource) {
    return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(resource);
  }
}
