package org.healthassistant.assistant.team;

import java.time.ZoneId;
import java.util.List;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/// The care team as read from the settings, with whatever is wrong with them.
///
/// @param team with what could be read; of use only without faults
/// @param faults each with the setting and what to do; empty: all is well
/// @param gaps the hours with nobody on duty, in words; empty: somebody always is
/// @param peopleGiven whether people are configured; else it is the demo team
/// @param shiftsGiven whether shifts are configured; else everybody is always on duty
public record TeamReading(
    CareTeam team,
    List<String> faults,
    List<String> gaps,
    boolean peopleGiven,
    boolean shiftsGiven) {

  static final String PREFIX = "assistant.escalation.team";

  /// Copies the lists.
  public TeamReading {
    faults = List.copyOf(faults);
    gaps = List.copyOf(gaps);
  }

  /// Reads `assistant.escalation.team`.
  ///
  /// @param zone the organisation's time zone
  public static TeamReading of(Environment environment, ZoneId zone) {
    try {
      TeamSettings settings =
          Binder.get(environment).bind(PREFIX, TeamSettings.class).orElse(TeamSettings.NONE);
      return new TeamReader(settings, zone).read();
    } catch (BindException e) {
      TeamReading demo = new TeamReader(TeamSettings.NONE, zone).read();
      String where = String.valueOf(e.getName());
      return new TeamReading(
          demo.team,
          List.of("'" + where + "' has not the form that is documented; see the docs/settings.md"),
          List.of(),
          true,
          true);
    }
  }
}
