package org.healthassistant.assistant.access;

import java.util.Optional;
import java.util.Set;
import org.healthassistant.assistant.team.Role;

/// Who makes a request.
///
/// @param kind patient or provider
/// @param id the patient's id in the record, or the provider's id
/// @param name for people; the id when the token has none
/// @param roles of a provider; empty for patients
/// @param actingFor who really writes, when it is not the patient
public record Caller(
    Kind kind, String id, String name, Set<Role> roles, Optional<String> actingFor) {

  /// Copies the roles.
  public Caller {
    roles = Set.copyOf(roles);
  }

  @Override
  public String toString() {
    return "Caller[" + kind + ", " + id + "]";
  }

  /// What a caller is.
  public enum Kind {
    PATIENT,
    PROVIDER
  }
}
