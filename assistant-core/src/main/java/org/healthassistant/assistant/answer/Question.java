package org.healthassistant.assistant.answer;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.knowledge.passage.QuestionVectors;
import org.healthassistant.knowledge.text.Language;

/// What is to be answered.
///
/// @param subject who asks
/// @param text the message as written
/// @param language the language to answer in, `en` or `es`
/// @param vectors of the message; empty: they are taken while answering
/// @param recordMayBeUsed whether the channel permits telling record data: false for a number
///     that is not linked. Consent is asked for besides
/// @param modelMayBeUsed whether a language model may write at all. Consent is asked for besides
/// @param earlier the patient's own messages before it, oldest first; may be empty
/// @param disclosing told of every item of the record before it leaves the house
/// @param budget how long the answer may take; with little left the rule-written answer is given
public record Question(
    Subject subject,
    String text,
    Language language,
    Optional<QuestionVectors> vectors,
    boolean recordMayBeUsed,
    boolean modelMayBeUsed,
    List<String> earlier,
    Consumer<Disclosure> disclosing,
    Duration budget) {

  /// Copies the list.
  public Question {
    earlier = List.copyOf(earlier);
  }

  /// The same person's other question, without vectors.
  ///
  /// @param others the messages before it, oldest first; may be empty
  public Question asking(String other, List<String> others) {
    return with(other, Optional.empty(), others);
  }

  /// The same question with other messages before it, oldest first.
  public Question after(List<String> others) {
    return with(text, vectors, others);
  }

  private Question with(String other, Optional<QuestionVectors> read, List<String> others) {
    return new Question(
        subject,
        other,
        language,
        read,
        recordMayBeUsed,
        modelMayBeUsed,
        others,
        disclosing,
        budget);
  }

  @Override
  public String toString() {
    return "Question[REDACTED]";
  }
}
