package org.healthassistant.assistant.team;

import java.util.List;

/// Who is on duty in certain hours.
///
/// @param people the ids of those who are paged first; never empty
/// @param backup the ids of those who are paged when they do not answer; may be empty
/// @param holidays whether it is a shift of holidays, whatever day of the week they are
public record Shift(
    String id, List<String> people, List<String> backup, Hours hours, boolean holidays) {

  /// Copies the lists.
  public Shift {
    people = List.copyOf(people);
    backup = List.copyOf(backup);
  }
}
