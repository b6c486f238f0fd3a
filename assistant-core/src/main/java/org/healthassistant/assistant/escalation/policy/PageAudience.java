package org.healthassistant.assistant.escalation.policy;

import java.util.Optional;
import org.healthassistant.assistant.team.Role;

/// The people who are paged in a step.
sealed interface PageAudience {

  /// The people on duty; where nobody is, everybody.
  record OnCall() implements PageAudience {}

  /// The people who stand in for those on duty; may be nobody.
  record Backup() implements PageAudience {}

  /// The members of the teams that own the escalation's categories.
  record OwningTeam() implements PageAudience {}

  /// Everybody who treats patients.
  record Everyone() implements PageAudience {}

  /// Physicians and administrators.
  record Supervisor() implements PageAudience {}

  /// Everybody of a role.
  record OfRole(Role role) implements PageAudience {}

  /// One person.
  record Person(String id) implements PageAudience {}

  /// Reads a word of the settings; an unknown word is taken for a person's id.
  static Optional<PageAudience> parse(String word) {
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
