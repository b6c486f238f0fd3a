package org.healthassistant.evaluation.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.FifoMemoryPagingProvider;
import ca.uhn.fhir.rest.server.RestfulServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/// HAPI's FHIR R4 server on Tomcat, with what it is given in memory: its own searches, pages of
/// 100 to 200, includes, and times of change.
final class HapiServer implements AutoCloseable {
  static final FhirContext R4 = FhirContext.forR4Cached();

  private static final List<String> TYPES = List.of(
      "Patient",
      "Practitioner",
      "Location",
      "Medication",
      "AllergyIntolerance",
      "Appointment",
      "CarePlan",
      "CareTeam",
      "Communication",
      "Condition",
      "DocumentReference",
      "Encounter",
      "Goal",
      "Immunization",
      "ImmunizationRecommendation",
      "MedicationDispense",
      "MedicationRequest",
      "MedicationStatement",
      "Observation",
      "Procedure",
      "RelatedPerson",
      "ServiceRequest",
      "Task");

  private final Tomcat tomcat = new Tomcat();
  private final Map<String, StoredResources> stored = new HashMap<>();

  HapiServer() {
    TYPES.forEach(type -> stored.put(type, new StoredResources(classOf(type), this::patientOf)));
    RestfulServer fhir = new RestfulServer(R4);
    fhir.setPagingProvider(
        new FifoMemoryPagingProvider(500).setDefaultPageSize(100).setMaximumPageSize(200));
    fhir.registerProviders(new ArrayList<>(stored.values()));
    try {
      Path base = Files.createTempDirectory("hapi");
      tomcat.setBaseDir(base.toString());
      tomcat.setHostname("localhost");
      tomcat.setPort(0);
      var context = tomcat.addContext("", base.toString());
      Tomcat.addServlet(context, "fhir", fhir);
      context.addServletMappingDecoded("/fhir/*", "fhir");
      tomcat.getConnector();
      tomcat.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (LifecycleException e) {
      throw new IllegalStateException(e);
    }
  }

  URI baseUrl() {
    return URI.create("http://localhost:" + tomcat.getConnector().getLocalPort() + "/fhir");
  }

  /// Keeps resources of the types above; others are left out.
  void put(List<Resource> resources) {
    Map<String, Resource> known = new HashMap<>();
    resources.forEach(one -> known.put(one.fhirType() + "/" + one.getIdElement().getIdPart(), one));
    for (Resource one : resources) {
      if (stored.containsKey(one.fhirType())) {
        joinReferences(one, known);
        stored(one.fhirType()).put(one);
      }
    }
  }

  void put(Bundle bundle) {
    put(bundle.getEntry().stream().map(Bundle.BundleEntryComponent::getResource).toList());
  }

  StoredResources stored(String type) {
    return java.util.Objects.requireNonNull(stored.get(type), type);
  }

  void clear() {
    stored.values().forEach(StoredResources::clear);
  }

  @Override
  public void close() throws LifecycleException {
    tomcat.stop();
    tomcat.destroy();
  }

  /// So that the server can include what is referred to.
  private static void joinReferences(Base node, Map<String, Resource> known) {
    if (node instanceof Reference reference) {
      Resource target = known.get(String.valueOf(reference.getReference()));
      if (target != null && !target.fhirType().equals("Patient")) {
        reference.setResource(target);
      }
      return;
    }
    node.children().stream()
        .flatMap(child -> child.getValues().stream())
        .filter(child -> child != node)
        .forEach(child -> joinReferences(child, known));
  }

  private String patientOf(Resource resource) {
    for (String element : List.of("subject", "patient", "participant")) {
      var property = resource.getNamedProperty(element);
      String id = property == null ? "" : patientIn(property.getValues());
      if (!id.isEmpty()) {
        return id;
      }
    }
    return "";
  }

  private static String patientIn(List<? extends Base> values) {
    for (Base value : values) {
      if (value instanceof Reference reference
          && "Patient".equals(reference.getReferenceElement().getResourceType())) {
        return reference.getReferenceElement().getIdPart();
      }
      var actor = value.getNamedProperty("actor");
      String id = actor == null ? "" : patientIn(actor.getValues());
      if (!id.isEmpty()) {
        return id;
      }
    }
    return "";
  }

  private static Class<? extends Resource> classOf(String type) {
    return R4.getResourceDefinition(type).getImplementingClass().asSubclass(Resource.class);
  }
}
