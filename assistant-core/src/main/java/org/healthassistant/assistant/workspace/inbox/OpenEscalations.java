package org.healthassistant.assistant.workspace.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.EscalationFilter;
import org.healthassistant.assistant.escalation.Escalations;

/// Reads lists of escalations beyond one page of the store.
public final class OpenEscalations {

  private static final int PAGE = 200;

  private OpenEscalations() {}

  /// Every unresolved one, most urgent first, then oldest.
  public static List<Escalation> all(Escalations from) {
    return first(from, EscalationFilter.UNRESOLVED, e -> true, Integer.MAX_VALUE);
  }

  /// The first ones of a filter that are wanted besides, in its order.
  ///
  /// @param most at most so many
  static List<Escalation> first(
      Escalations from, EscalationFilter filter, Predicate<Escalation> wanted, int most) {
    List<Escalation> found = new ArrayList<>();
    List<Escalation> page = from.list(after(filter, Optional.empty()));
    while (true) {
      page.stream().filter(wanted).limit(most - found.size()).forEach(found::add);
      if (page.size() < PAGE || found.size() >= most) {
        return found;
      }
      page = from.list(after(filter, Optional.of(page.getLast().id())));
    }
  }

  private static EscalationFilter after(EscalationFilter filter, Optional<String> id) {
    return new EscalationFilter(filter.states(), filter.level(), filter.assignee(), PAGE, id);
  }
}
