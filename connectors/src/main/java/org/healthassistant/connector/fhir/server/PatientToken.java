package org.healthassistant.connector.fhir.server;

import java.time.Instant;
import org.healthassistant.connector.Secret;

/// An access token of SMART App Launch that a portal got for one patient and handed over.
///
/// @param value as the server takes it
/// @param scopes what it may read, separated by spaces; a type that they do not hold is not asked
///     for
/// @param from when it was handed over, by our clock
/// @param until when it ends, by our clock
public record PatientToken(Secret value, String scopes, Instant from, Instant until) {

  /// Whether the scopes let anything be read.
  public static boolean readsAny(String scopes) {
    return !GrantedScopes.of(scopes).scopes().isEmpty();
  }

  @Override
  public String toString() {
    return "PatientToken[REDACTED]";
  }
}
