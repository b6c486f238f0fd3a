package org.healthassistant.assistant.team;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The people of the care team, as configured; without a configuration, the demo team.
@Component
public class CareTeam {

  private final List<Member> members;

  CareTeam(TeamSettings settings) {
    this.members = settings.membersOrDemo();
  }

  /// Everybody, in the order of the configuration.
  public List<Member> members() {
    return members;
  }

  /// The member of that id, or empty.
  public Optional<Member> member(String id) {
    return members.stream().filter(m -> m.id().equals(id)).findFirst();
  }
}
