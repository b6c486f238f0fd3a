package org.healthassistant.assistant.escalation.policy;

import java.util.Optional;
import org.healthassistant.assistant.team.Role;

/// Who is paged in a step.
sealed interface Who {

  /// Who is on duty; where nobody is, everybody.
  record OnCall() implements Who {}

  /// Who stands in for those on duty; may be nobody.
  record Backup() implements Who {}

  /// The members of the teams that own the escalation's categories.
  record OwningTeam() implements Who {}

  /// Everybody who treats patients.
  record Everyone() implements Who {}

  /// Physicians and administrators.
  record Supervisor() implements Who {}

  /// Everybody of a role.
  record OfRole(Role role) implements Who {}

  /// One person.
  record Person(String id) implements Who {}

  /// What a word of the settings means; an unknown word is taken for a person's id.
  static Optional<Who> of(String word) {
    return switch (word) {
      case "on-call" -> Optional.of(new OnCall());
      case "backup" -> Optional.of(new Backup());
      case "team" -> Optional.of(new OwningTeam());
      case "everyone" -> Optional.of(new Everyone());
      case "supervisor" -> Optional.of(new Supervisor());
      default ->
        word.startsWith("role:")
            ? Role.of(word.substring("role:".length())).map(OfRole::new)
            : Optional.of(new Person(word));
    };
  }
}
