package org.healthassistant.assistant.workspace.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.healthassistant.assistant.access.Caller;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.EscalationFilter;
import org.healthassistant.assistant.problem.Refusal;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.workspace.frame.TestTexts;
import org.junit.jupiter.api.Test;

class ListQueryTest {

  private static final Caller BEN =
      new Caller(Caller.Kind.PROVIDER, "dr-okafor", "Ben", Set.of(), Optional.empty());

  @Test
  void asksForFiftyUnresolvedOnesUnlessToldOtherwise() {
    EscalationFilter filter = ListQuery.read(null, " ", null, null, "");

    assertThat(filter.states()).isEmpty();
    assertThat(filter.level()).isEmpty();
    assertThat(filter.assignee()).isEmpty();
    assertThat(filter.after()).isEmpty();
    assertThat(filter.limit()).isEqualTo(50);
  }

  @Test
  void readsSeveralStatesALevelAndAPlaceInTheList() {
    EscalationFilter filter = ListQuery.read("OPEN,NOTIFIED", "SAME_DAY", "nurse-ana", 200, "e-1");

    assertThat(filter.states())
        .containsExactlyInAnyOrder(Escalation.State.OPEN, Escalation.State.NOTIFIED);
    assertThat(filter.level()).contains(Level.SAME_DAY);
    assertThat(filter.assignee()).contains("nurse-ana");
    assertThat(filter.after()).contains("e-1");
  }

  @Test
  void namesTheParameterAtFaultAndItsChoices() {
    assertThatThrownBy(() -> ListQuery.read("OPEN,", null, null, null, null))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("'state' is OPEN");
    assertThatThrownBy(() -> ListQuery.read(null, "SELF_CARE", null, null, null))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("'level' is EMERGENCY");
    for (int limit : new int[] {0, 201}) {
      assertThatThrownBy(() -> ListQuery.read(null, null, null, limit, null))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("'limit' is 1 to 200");
    }
  }

  @Test
  void takesMineForTheReadersOwnAndNobodyForWhatIsFilteredLater() {
    assertThat(owner("mine").forStore(BEN).assignee()).contains("dr-okafor");
    assertThat(owner("nobody").forStore(BEN).assignee()).isEmpty();
    assertThat(owner("nurse-ana").forStore(BEN).assignee()).contains("nurse-ana");
  }

  @Test
  void keepsTheChoiceInTheAddressAndOnlyCodesInIt() {
    InboxFilter filter = new InboxFilter("SAME_DAY", "", "\"><b>mine", "chest-pain", "", "yes");

    assertThat(filter.query())
        .isEqualTo("?level=SAME_DAY&owner=bmine&category=chest-pain&call=yes");
    assertThat(filter.onlyCalls()).isTrue();
    assertThat(filter.isAny()).isFalse();
    assertThat(new InboxFilter("", "", "", "", "", "").query()).isEmpty();
  }

  @Test
  void givesATeamWhatItOwnsAndHidesNothingThatNobodyOwns() {
    TeamFilter teams = new TeamFilter(TestTexts.TEAM);

    assertThat(teams.matches(List.of("self-harm"), "", BEN)).isTrue();
    assertThat(teams.matches(List.of("self-harm"), "mine", BEN)).isTrue();
    assertThat(teams.matches(List.of("self-harm"), "primary", BEN)).isFalse();
    assertThat(teams.matches(List.of("chest-pain"), "mine", BEN)).isFalse();
    assertThat(teams.matches(List.of("chest-pain"), "primary", BEN)).isTrue();
    assertThat(teams.owners(List.of("self-harm"))).isEqualTo("Behavioral health");
  }

  private static InboxFilter owner(String owner) {
    return new InboxFilter("", "", owner, "", "", "");
  }
}
