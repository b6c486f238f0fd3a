package org.healthassistant.assistant.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.turn.Turn;
import org.healthassistant.knowledge.text.Language;
import org.springframework.stereotype.Component;

/// The button "Talk to a person" as a message of the patient.
@Component
class PersonRequest {

  private final Greeting greeting;

  PersonRequest(Greeting greeting) {
    this.greeting = greeting;
  }

  /// The button's words and the reason, as the transcript shows them.
  String text(Language language, Optional<String> reason) {
    String button = greeting.personButton(language);
    return reason.filter(r -> !r.isBlank()).map(r -> button + ": " + r.strip()).orElse(button);
  }

  /// Whether it is answered as a Turn: it is more urgent than a plain request.
  boolean urgent(Turn turn) {
    return Level.valueOf(turn.triage().messageLevel()).atLeast(Level.SAME_DAY);
  }

  Map<String, Object> escalation(Turn turn) {
    Map<String, Object> body = new HashMap<>();
    body.put("escalation", turn.escalation());
    return body;
  }
}
