package org.healthassistant.assistant.workspace.inbox;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.EscalationFilter;
import org.healthassistant.assistant.problem.ProblemCode;
import org.healthassistant.assistant.problem.Refusal;
import org.healthassistant.assistant.safety.Level;
import org.jspecify.annotations.Nullable;

/// Reads a filter from the parameters of a request.
public final class ListQuery {

  private static final int USUAL = 50;
  private static final int MOST = 200;

  private ListQuery() {}

  /// @param state one or more, separated by commas; absent or empty: all that are unresolved
  /// @throws Refusal if a parameter has a value that is not one
  public static EscalationFilter read(
      @Nullable String state,
      @Nullable String level,
      @Nullable String assignee,
      @Nullable Integer limit,
      @Nullable String after) {
    int wanted = limit == null ? USUAL : limit;
    if (wanted < 1 || wanted > MOST) {
      throw new Refusal(ProblemCode.INVALID_PARAMETER, "'limit' is 1 to " + MOST);
    }
    return new EscalationFilter(states(state), level(level), given(assignee), wanted, given(after));
  }

  private static Set<Escalation.State> states(@Nullable String named) {
    Set<Escalation.State> states = new LinkedHashSet<>();
    for (String name : given(named).map(n -> n.split(",", -1)).orElse(new String[0])) {
      states.add(Arrays.stream(Escalation.State.values())
          .filter(s -> s.name().equals(name))
          .findFirst()
          .orElseThrow(() -> new Refusal(
              ProblemCode.INVALID_PARAMETER,
              "'state' is OPEN, NOTIFIED, ACKNOWLEDGED or RESOLVED")));
    }
    return states;
  }

  private static Optional<Level> level(@Nullable String named) {
    return given(named)
        .map(name -> Arrays.stream(Level.values())
            .filter(l -> l.name().equals(name) && l.atLeast(Level.ROUTINE))
            .findFirst()
            .orElseThrow(() -> new Refusal(
                ProblemCode.INVALID_PARAMETER, "'level' is EMERGENCY, SAME_DAY or ROUTINE")));
  }

  private static Optional<String> given(@Nullable String value) {
    return Optional.ofNullable(value).filter(v -> !v.isBlank());
  }
}
