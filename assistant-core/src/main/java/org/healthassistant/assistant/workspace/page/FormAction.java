package org.healthassistant.assistant.workspace.page;

import java.util.Map;
import org.healthassistant.assistant.problem.Refusal;
import org.healthassistant.assistant.workspace.action.Action;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/// What a form of the page asks for.
sealed interface FormAction {

  record Asked(Action action) implements FormAction {}

  /// @param why in words, without what was entered
  record Unreadable(String why) implements FormAction {}

  /// Reads a form.
  ///
  /// @throws ResponseStatusException 404 if there is no such action
  static FormAction of(String name, Map<String, String> form) {
    try {
      return new Asked(read(name, form));
    } catch (Refusal refusal) {
      return new Unreadable(refusal.detail());
    }
  }

  private static Action read(String name, Map<String, String> form) {
    return switch (name) {
      case "acknowledge" -> new Action.Acknowledge();
      case "take-over" -> new Action.TakeOver();
      case "hand-back" -> new Action.HandBack();
      case "contact-safe" -> new Action.ContactSafe();
      case "assign" -> new Action.Assign(value(form, "to"));
      case "reply" -> new Action.Reply(value(form, "text"));
      case "note" -> new Action.Note(value(form, "text"));
      case "contact" -> new Action.Contact(value(form, "how"), form.containsKey("reached"));
      case "level" -> new Action.SetLevel(value(form, "level"), value(form, "reason"));
      case "resolve" ->
        new Action.Resolve(
            value(form, "outcome"), answer(value(form, "right")), value(form, "note"));
      default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    };
  }

  private static String value(Map<String, String> form, String name) {
    return form.getOrDefault(name, "");
  }

  private static @Nullable Boolean answer(String given) {
    return switch (given) {
      case "yes" -> true;
      case "no" -> false;
      default -> null;
    };
  }
}
