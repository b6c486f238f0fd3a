package org.healthassistant.assistant.web;

import java.util.Optional;
import java.util.regex.Pattern;
import org.healthassistant.assistant.problem.ProblemCode;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.turn.Turn;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The button "Talk to a person" as a message of the patient.
@Component
class PersonRequest {

  private static final Pattern KEYS = Pattern.compile("[\\x21-\\x7e]{1,64}");

  private final Greeting greeting;

  PersonRequest(Greeting greeting) {
    this.greeting = greeting;
  }

  /// The button's words and the reason, as the transcript shows them.
  String text(Language language, Optional<String> reason) {
    String button = greeting.personButton(language);
    return reason.filter(r -> !r.isBlank()).map(r -> button + ": " + r.strip()).orElse(button);
  }

  /// The client's key of the request as the id under which a repeat of it is recognised; empty:
  /// none was given.
  ///
  /// @throws ApiProblem if it is not what a header may hold
  Optional<String> key(@Nullable String header) {
    if (header != null && !KEYS.matcher(header).matches()) {
      throw new ApiProblem(
          ProblemCode.INVALID_IDEMPOTENCY_KEY,
          "'Idempotency-Key' is 1 to 64 visible ASCII characters.");
    }
    return Optional.ofNullable(header).map(key -> "human/" + key);
  }

  /// Whether it is answered as a Turn: it is more urgent than a plain request.
  boolean urgent(Turn turn) {
    return Level.valueOf(turn.triage().messageLevel()).atLeast(Level.SAME_DAY);
  }

  /// What is answered where the words are not urgent.
  ///
  /// @param escalation the one it is in; null: a person already talks with the patient
  record Asked(Turn.@Nullable EscalationView escalation) {}
}
