package org.healthassistant.connector.fhir.server;

/// A resource to be written.
///
/// @param type as `Observation`
/// @param identifier its value in the system of our identifiers, which the JSON bears too
/// @param serverId its id at the server, as far as it is known; else empty
/// @param tried whether it may be there already: an earlier attempt ended without a word
/// @param json the whole of it, without an id
public record OutgoingResource(
    String type, String identifier, String serverId, boolean tried, String json) {

  @Override
  public String toString() {
    return "OutgoingResource[" + type + ", [REDACTED]]";
  }
}
