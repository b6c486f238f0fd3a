package org.healthassistant.connector.fhir.server;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// What a server says that it offers: resource types and the references that a search includes.
///
/// @param included by type, as `MedicationRequest:medication`; empty: it does not say what it
///     offers, so everything is asked for
record OfferedTypes(Map<String, Set<String>> included) {

  /// Nothing is known.
  static final OfferedTypes UNTOLD = new OfferedTypes(Map.of());

  /// Reads a CapabilityStatement.
  static OfferedTypes of(JsonNode statement) {
    Map<String, Set<String>> found = new HashMap<>();
    for (JsonNode rest : statement.path("rest")) {
      for (JsonNode resource : rest.path("resource")) {
        Set<String> included =
            found.computeIfAbsent(resource.path("type").asString(""), unseen -> new HashSet<>());
        resource.path("searchInclude").forEach(name -> included.add(name.asString("")));
      }
    }
    return new OfferedTypes(Map.copyOf(found));
  }

  /// Whether the server may have resources of a type.
  boolean has(String type) {
    return included.isEmpty() || included.containsKey(type);
  }

  /// Whether a search of the type may ask for what a reference leads to.
  boolean includes(String type, String reference) {
    Set<String> offered = included.getOrDefault(type, Set.of());
    return offered.contains(type + ":" + reference) || offered.contains("*");
  }
}
