package org.healthassistant.assistant.workspace.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.healthassistant.assistant.workspace.action.Action;
import org.junit.jupiter.api.Test;
import org.springframework.web.server.ResponseStatusException;

class FormActionTest {

  @Test
  void readsEveryFormOfThePage() {
    assertThat(read("acknowledge")).isEqualTo(new Action.Acknowledge());
    assertThat(read("take-over")).isEqualTo(new Action.TakeOver());
    assertThat(read("hand-back")).isEqualTo(new Action.HandBack());
    assertThat(read("assign", "to", "nurse-ana")).isEqualTo(new Action.Assign("nurse-ana"));
    assertThat(read("reply", "text", "hello")).isEqualTo(new Action.Reply("hello"));
    assertThat(read("note", "text", "hello")).isEqualTo(new Action.Note("hello"));
    assertThat(read("level", "level", "ROUTINE", "reason", "muscle"))
        .isEqualTo(new Action.SetLevel("ROUTINE", "muscle"));
  }

  @Test
  void takesAnUncheckedBoxForNotReached() {
    assertThat(read("contact", "how", "call", "reached", "true"))
        .isEqualTo(new Action.Contact("call", true));
    assertThat(read("contact", "how", "call")).isEqualTo(new Action.Contact("call", false));
  }

  @Test
  void takesAMissingJudgementForNone() {
    assertThat(read("resolve", "outcome", "seen", "right", "yes"))
        .isEqualTo(new Action.Resolve("seen", true, null));
    assertThat(read("resolve", "outcome", "seen", "right", "no", "note", "ok"))
        .isEqualTo(new Action.Resolve("seen", false, "ok"));
    assertThat(read("resolve", "outcome", "seen", "right", ""))
        .isEqualTo(new Action.Resolve("seen", null, null));
  }

  @Test
  void saysWhatIsMissingWithoutWhatWasEntered() {
    FormAction asked = FormAction.of("level", Map.of("level", "secret", "reason", "x"));

    assertThat(asked)
        .isInstanceOfSatisfying(
            FormAction.Unreadable.class,
            unreadable ->
                assertThat(unreadable.why()).contains("'level'").doesNotContain("secret"));
  }

  @Test
  void knowsNoOtherForm() {
    assertThatThrownBy(() -> FormAction.of("delete", Map.of()))
        .isInstanceOfSatisfying(
            ResponseStatusException.class,
            e -> assertThat(e.getStatusCode().value()).isEqualTo(404));
  }

  private static Action read(String name) {
    return asked(FormAction.of(name, Map.of()));
  }

  private static Action read(String name, String key, String value) {
    return asked(FormAction.of(name, Map.of(key, value)));
  }

  private static Action read(String name, String a, String b, String c, String d) {
    return asked(FormAction.of(name, Map.of(a, b, c, d)));
  }

  private static Action read(
      String name, String a, String b, String c, String d, String e, String f) {
    return asked(FormAction.of(name, Map.of(a, b, c, d, e, f)));
  }

  private static Action asked(FormAction read) {
    return switch (read) {
      case FormAction.Asked asked -> asked.action();
      case FormAction.Unreadable unreadable -> throw new AssertionError(unreadable.why());
    };
  }
}
