package org.healthassistant.assistant.escalation.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.team.CareTeam;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.env.Environment;

/// The rules as read from the settings, with whatever is wrong with them.
///
/// @param rules of use only without faults
/// @param faults each with the setting and what to do; empty: all is well
public record PolicyReading(Rules rules, List<String> faults) {

  private static final String PREFIX = "assistant.escalation";
  private static final Set<String> CHANNELS = Set.of("webhook", "email", "sms");

  /// Copies the list.
  public PolicyReading {
    faults = List.copyOf(faults);
  }

  /// Reads `assistant.escalation.steps`, `.repeat` and `.acknowledge-within`.
  ///
  /// @param team whose people may be named
  public static PolicyReading of(Environment environment, CareTeam team) {
    try {
      return new Reader(team)
          .read(Binder.get(environment).bindOrCreate(PREFIX, PolicySettings.class));
    } catch (BindException e) {
      return new PolicyReading(
          Rules.usual(),
          List.of(
              "'" + e.getName() + "' has not the form that is documented; see docs/settings.md"));
    }
  }

  /// One reading.
  private static final class Reader {

    private final CareTeam team;
    private final List<String> faults = new ArrayList<>();

    Reader(CareTeam team) {
      this.team = team;
    }

    PolicyReading read(PolicySettings settings) {
      Map<Level, Map<String, List<EscalationStep>>> written = new HashMap<>();
      List<PolicySettings.Written> steps = settings.steps() == null ? List.of() : settings.steps();
      for (int i = 0; i < steps.size(); i++) {
        step("steps[" + i + "]", steps.get(i), written);
      }
      Duration emergency = atLeastASecond("repeat.emergency", settings.repeat().emergency());
      Duration sameDay = atLeastASecond("repeat.same-day", settings.repeat().sameDay());
      PolicySettings.AcknowledgeWithin within = settings.acknowledgeWithin();
      Map<Level, EscalationPath> byLevel = new HashMap<>(Map.of(
          Level.EMERGENCY, Rules.emergency(emergency), Level.SAME_DAY, Rules.sameDay(sameDay)));
      Map<Level, Map<String, EscalationPath>> byCategory = new HashMap<>();
      written.forEach((level, paths) -> paths.forEach((category, ofCategory) -> {
        EscalationPath path =
            new EscalationPath(ofCategory, level == Level.EMERGENCY ? emergency : sameDay);
        if (category.isEmpty()) {
          byLevel.put(level, path);
        } else {
          byCategory.computeIfAbsent(level, l -> new HashMap<>()).put(category, path);
        }
      }));
      Map<Level, Duration> acknowledged = Map.of(
          Level.EMERGENCY, atLeastASecond("acknowledge-within.emergency", within.emergency()),
          Level.SAME_DAY, atLeastASecond("acknowledge-within.same-day", within.sameDay()));
      return new PolicyReading(new Rules(byLevel, byCategory, acknowledged), faults);
    }

    private void step(
        String where,
        PolicySettings.Written step,
        Map<Level, Map<String, List<EscalationStep>>> written) {
      Optional<Level> level = switch (String.valueOf(step.level())) {
        case "emergency" -> Optional.of(Level.EMERGENCY);
        case "same-day" -> Optional.of(Level.SAME_DAY);
        default -> Optional.empty();
      };
      if (level.isEmpty()) {
        fault(where + ".level", "must be emergency or same-day; other levels page nobody");
      }
      EscalationStep read = new EscalationStep(
          after(where, step.after()), who(where, step.who()), channels(where, step));
      String category = step.category() == null ? "" : step.category().strip();
      level.ifPresent(found -> written
          .computeIfAbsent(found, l -> new HashMap<>())
          .computeIfAbsent(category, c -> new ArrayList<>())
          .add(read));
    }

    private Duration after(String where, @Nullable String written) {
      try {
        Duration after =
            written == null ? Duration.ZERO : DurationStyle.detectAndParse(written.strip());
        if (!after.isNegative()) {
          return after;
        }
      } catch (IllegalArgumentException e) {
        // Said below.
      }
      fault(where + ".after", "must be a duration such as 2m");
      return Duration.ZERO;
    }

    private List<PageAudience> who(String where, @Nullable List<String> words) {
      List<PageAudience> read = new ArrayList<>();
      for (String word : words == null ? List.<String>of() : words) {
        Optional<PageAudience> who = PageAudience.parse(word.strip())
            .filter(w -> !(w instanceof PageAudience.Person person)
                || team.member(person.id()).isPresent());
        who.ifPresent(read::add);
        if (who.isEmpty()) {
          fault(
              where + ".who",
              "has '" + word + "', which is neither on-call, backup, team, everyone, supervisor,"
                  + " role:nurse, role:physician, role:admin nor a person's id");
        }
      }
      if (words == null || words.isEmpty()) {
        fault(where + ".who", "must say who is paged, such as on-call");
      }
      return read;
    }

    private Set<String> channels(String where, PolicySettings.Written step) {
      List<String> names = step.channels() == null ? List.of() : step.channels();
      names.stream()
          .filter(name -> !CHANNELS.contains(name))
          .forEach(name ->
              fault(where + ".channels", "has '" + name + "'; there are webhook, email and sms"));
      return Set.copyOf(names);
    }

    private Duration atLeastASecond(String where, Duration given) {
      if (given.compareTo(Duration.ofSeconds(1)) < 0) {
        fault(where, "must be 1s or more");
      }
      return given;
    }

    private void fault(String where, String what) {
      faults.add("'" + PREFIX + "." + where + "' " + what);
    }
  }
}
