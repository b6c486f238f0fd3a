package org.healthassistant.assistant.team;

import java.util.List;

/// A part of the care team, by which an inbox is divided.
///
/// @param categories those of escalations that it owns; empty: whatever no other team owns
public record Team(String id, String name, List<String> categories) {

  /// Copies the list.
  public Team {
    categories = List.copyOf(categories);
  }
}
