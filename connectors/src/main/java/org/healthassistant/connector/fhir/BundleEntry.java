package org.healthassistant.connector.fhir;

import tools.jackson.databind.JsonNode;

/// One entry of a Bundle as it stands in the file.
///
/// @param number its place in the list, from 1
/// @param line the line it begins on
/// @param fullUrl what other entries may refer to it by; empty if it has none
/// @param type the resource's type; empty if it names none
/// @param id the resource's id, or else the last part of the full URL; empty if it has neither
/// @param resource the resource
record BundleEntry(
    int number, int line, String fullUrl, String type, String id, JsonNode resource) {

  static BundleEntry of(int number, int line, JsonNode entry) {
    JsonNode resource = entry.path("resource");
    String fullUrl = entry.path("fullUrl").asString("");
    String id = resource.path("id").asString("");
    if (id.isEmpty()) {
      id = fullUrl.substring(Math.max(fullUrl.lastIndexOf('/'), fullUrl.lastIndexOf(':')) + 1);
    }
    String type = resource.path("resourceType").asString("");
    return new BundleEntry(number, line, fullUrl, type, id, resource);
  }

  /// What a citation points to: type and id; for a resource without an id its place in the file.
  String source() {
    return type + "/" + (id.isEmpty() ? "entry-" + number : id);
  }

  /// Where it stands, for the operator.
  String place() {
    return "entry " + number + (type.isEmpty() ? "" : " (" + source() + ")") + ", line " + line;
  }

  /// Whether a reference in another entry means this one.
  boolean isMeantBy(String reference) {
    String bare = reference.replaceFirst("/_history/.*$", "");
    return bare.equals(source()) || bare.endsWith("/" + source()) || bare.equals(fullUrl);
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
