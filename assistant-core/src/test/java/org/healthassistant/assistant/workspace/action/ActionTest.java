package org.healthassistant.assistant.workspace.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.healthassistant.assistant.access.Caller;
import org.healthassistant.assistant.problem.Refusal;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.team.Role;
import org.junit.jupiter.api.Test;

class ActionTest {

  private static final List<Action> CLINICAL = List.of(
      new Action.Acknowledge(),
      new Action.TakeOver(),
      new Action.HandBack(),
      new Action.Reply("x"),
      new Action.Contact("call", true),
      new Action.SetLevel("ROUTINE", "x"),
      new Action.Resolve("advised", null, null));

  private static final List<Action> ANYBODYS =
      List.of(new Action.Assign("nurse-ana"), new Action.Note("x"));

  @Test
  void namesTheMemberThatIsMissingOrTooLong() {
    assertThat(refused(() -> new Action.Reply(" ")))
        .containsExactly("missing-member", "'text' is needed");
    assertThat(refused(() -> new Action.Reply("x".repeat(4_001))))
        .containsExactly("invalid-member", "'text' has at most 4000 characters");
    assertThat(refused(() -> new Action.Assign("")))
        .containsExactly("missing-member", "'to' is needed");
    assertThat(refused(() -> new Action.SetLevel("ROUTINE", "")))
        .containsExactly("missing-member", "'reason' is needed");
    assertThatCode(() -> new Action.Reply("x".repeat(4_000))).doesNotThrowAnyException();
  }

  @Test
  void takesCodesAloneForHowContactWasMade() {
    for (String how : List.of("Call", "call!", "by phone", "c4ll")) {
      assertThat(refused(() -> new Action.Contact(how, true))).first().isEqualTo("invalid-member");
    }
    assertThat(new Action.Contact("home-visit", false).how()).isEqualTo("home-visit");
  }

  @Test
  void lowersToRoutineAtTheLeast() {
    assertThat(new Action.SetLevel("SAME_DAY", "x").to()).isEqualTo(Level.SAME_DAY);
    for (String level : List.of("SELF_CARE", "routine", "URGENT")) {
      assertThat(refused(() -> new Action.SetLevel(level, "x")))
          .first()
          .isEqualTo("invalid-member");
    }
  }

  @Test
  void resolvesWithAnOutcomeOfTheListAndTakesABlankNoteForNone() {
    assertThat(refused(() -> new Action.Resolve("cured", null, null)))
        .first()
        .isEqualTo("invalid-member");
    assertThat(new Action.Resolve("seen", true, " ").noteText()).isEqualTo(Optional.empty());
    assertThat(new Action.Resolve("seen", true, "ok").noteText()).contains("ok");
  }

  @Test
  void saysNoWordsInALog() {
    assertThat(List.of(
            new Action.Reply("secret"),
            new Action.Note("secret"),
            new Action.SetLevel("ROUTINE", "secret"),
            new Action.Resolve("seen", null, "secret")))
        .allSatisfy(action -> assertThat(action.toString()).doesNotContain("secret"));
  }

  @Test
  void letsCliniciansDoEverythingAndAdministratorsAssignAndNote() {
    Map<Role, List<Action>> allowed = Map.of(Role.NURSE, CLINICAL, Role.PHYSICIAN, CLINICAL);
    allowed.forEach((role, actions) -> actions.forEach(action ->
        assertThatCode(() -> Clinicians.check(caller(role), action)).doesNotThrowAnyException()));
    for (Role role : Role.values()) {
      ANYBODYS.forEach(action ->
          assertThatCode(() -> Clinicians.check(caller(role), action)).doesNotThrowAnyException());
    }
    CLINICAL.forEach(action -> assertThat(
            refused(() -> Clinicians.check(caller(Role.ADMIN), action)))
        .as("%s", action)
        .first()
        .isEqualTo("clinicians-only"));
  }

  private static List<String> refused(Runnable made) {
    Refusal refusal = catchThrowableOfType(Refusal.class, made::run);
    assertThat(refusal).isNotNull();
    return List.of(refusal.code().code(), refusal.detail());
  }

  private static Caller caller(Role role) {
    return new Caller(Caller.Kind.PROVIDER, "id", "Name", Set.of(role), Optional.empty());
  }
}
