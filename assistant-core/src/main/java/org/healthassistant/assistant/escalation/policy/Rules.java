package org.healthassistant.assistant.escalation.policy;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.healthassistant.assistant.safety.Level;

/// What is configured: a path for each level that pages, others for certain categories, and
/// how long an acknowledgement lasts without contact.
///
/// @param byLevel for `SAME_DAY` and `EMERGENCY`
/// @param byCategory those that go before, by level and category
public record Rules(
    Map<Level, EscalationPath> byLevel,
    Map<Level, Map<String, EscalationPath>> byCategory,
    Map<Level, Duration> acknowledgeWithin) {

  private static final Duration SAME_DAY_REPEAT = Duration.ofMinutes(30);
  private static final Duration EMERGENCY_REPEAT = Duration.ofMinutes(5);

  /// Copies the maps.
  public Rules {
    byLevel = Map.copyOf(byLevel);
    byCategory = Map.copyOf(byCategory);
    acknowledgeWithin = Map.copyOf(acknowledgeWithin);
  }

  /// The rules without any setting. `EMERGENCY`: who is on duty, after 2 minutes the backup,
  /// after 2 more everybody with the supervisors, and again every 5. `SAME_DAY`: who is on
  /// duty, after 15 minutes the owning team, after 30 everybody, and again every 30. An
  /// acknowledgement lasts 15 minutes or 2 hours.
  ///
  /// The times of `EMERGENCY` are those that published incident policies and this product's
  /// safety contract use; those of `SAME_DAY` are our choice.
  public static Rules usual() {
    return new Rules(
        Map.of(
            Level.EMERGENCY, emergency(EMERGENCY_REPEAT), Level.SAME_DAY, sameDay(SAME_DAY_REPEAT)),
        Map.of(),
        Map.of(Level.EMERGENCY, Duration.ofMinutes(15), Level.SAME_DAY, Duration.ofHours(2)));
  }

  /// The same, with the last step of every level repeated so often.
  public Rules repeatingEvery(Duration repeat) {
    Map<Level, EscalationPath> paths = new EnumMap<>(Level.class);
    byLevel.forEach((level, path) -> paths.put(level, new EscalationPath(path.steps(), repeat)));
    return new Rules(paths, byCategory, acknowledgeWithin);
  }

  static EscalationPath emergency(Duration repeat) {
    return new EscalationPath(
        List.of(
            EscalationStep.of(Duration.ZERO, new PageAudience.OnCall()),
            EscalationStep.of(Duration.ofMinutes(2), new PageAudience.Backup()),
            EscalationStep.of(
                Duration.ofMinutes(4), new PageAudience.Everyone(), new PageAudience.Supervisor())),
        repeat);
  }

  static EscalationPath sameDay(Duration repeat) {
    return new EscalationPath(
        List.of(
            EscalationStep.of(Duration.ZERO, new PageAudience.OnCall()),
            EscalationStep.of(Duration.ofMinutes(15), new PageAudience.OwningTeam()),
            EscalationStep.of(Duration.ofMinutes(30), new PageAudience.Everyone())),
        repeat);
  }

  /// The path of the first of the categories that has one of its own, else the level's.
  EscalationPath path(Level level, List<String> categories) {
    Map<String, EscalationPath> own = byCategory.getOrDefault(level, Map.of());
    return categories.stream()
        .filter(own::containsKey)
        .findFirst()
        .map(own::get)
        .orElseGet(() -> Objects.requireNonNull(byLevel.get(level)));
  }

  Duration acknowledgeWithin(Level level) {
    return Objects.requireNonNull(acknowledgeWithin.get(level));
  }
}
