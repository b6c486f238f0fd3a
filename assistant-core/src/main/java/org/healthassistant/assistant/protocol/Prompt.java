package org.healthassistant.assistant.protocol;

import java.util.List;

/// A question as it is put to the patient.
///
/// @param question one sentence or two
/// @param choices in the order of their numbers, from 1; empty: to be answered in own words
public record Prompt(String question, List<String> choices) {

  /// Copies the choices.
  public Prompt {
    choices = List.copyOf(choices);
  }
}
