package org.healthassistant.assistant.answer;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.record.Viewer;
import org.healthassistant.knowledge.passage.QuestionVectors;
import org.healthassistant.knowledge.text.Language;

/// What is to be answered.
///
/// @param subject of whom the record is
/// @param text the message as written
/// @param language the language to answer in, `en` or `es`
/// @param vectors of the message; empty: they are taken while answering
/// @param recordMayBeUsed whether the channel permits telling record data: false for a number
///     that is not linked. Consent is asked for besides
/// @param modelMayBeUsed whether a language model may write at all. Consent is asked for besides
/// @param talk the patient's own messages before it with what was said to them, oldest first; may
///     be empty
/// @param disclosing told of every item of the record before it leaves the house
/// @param budget how long the answer may take; with little left the rule-written answer is given
/// @param mayBeAskedBack whether something may be asked back on which the answer depends: never
///     where danger was found
/// @param told what was said of the person it is about
/// @param viewer to whom the record is told: the patient, or who acts for the patient
public record Question(
    Subject subject,
    String text,
    Language language,
    Optional<QuestionVectors> vectors,
    boolean recordMayBeUsed,
    boolean modelMayBeUsed,
    List<Exchange> talk,
    Consumer<Disclosure> disclosing,
    Duration budget,
    boolean mayBeAskedBack,
    Circumstances told,
    Viewer viewer) {

  /// A question of the patient.
  public Question(
      Subject subject,
      String text,
      Language language,
      Optional<QuestionVectors> vectors,
      boolean recordMayBeUsed,
      boolean modelMayBeUsed,
      List<Exchange> talk,
      Consumer<Disclosure> disclosing,
      Duration budget,
      boolean mayBeAskedBack,
      Circumstances told) {
    this(
        subject,
        text,
        language,
        vectors,
        recordMayBeUsed,
        modelMayBeUsed,
        talk,
        disclosing,
        budget,
        mayBeAskedBack,
        told,
        Viewer.patient(subject.id()));
  }

  /// Copies the list.
  public Question {
    talk = List.copyOf(talk);
  }

  /// A question of which nothing may be asked back, and nothing was told.
  ///
  /// @param earlier the patient's own messages before it, oldest first; may be empty
  public Question(
      Subject subject,
      String text,
      Language language,
      Optional<QuestionVectors> vectors,
      boolean recordMayBeUsed,
      boolean modelMayBeUsed,
      List<String> earlier,
      Consumer<Disclosure> disclosing,
      Duration budget) {
    this(
        subject,
        text,
        language,
        vectors,
        recordMayBeUsed,
        modelMayBeUsed,
        earlier.stream().map(Exchange::of).toList(),
        disclosing,
        budget,
        false,
        Circumstances.NONE);
  }

  /// The patient's own messages before it, oldest first; may be empty.
  public List<String> earlier() {
    return talk.stream().map(Exchange::said).toList();
  }

  /// The same person's other question, without vectors.
  ///
  /// @param before the messages before it, oldest first; may be empty
  public Question asking(String other, List<Exchange> before) {
    return with(other, Optional.empty(), before, mayBeAskedBack, told);
  }

  /// The same question with other messages before it, oldest first.
  public Question after(List<Exchange> before) {
    return with(text, vectors, before, mayBeAskedBack, told);
  }

  /// The same question with what was told of the person it is about.
  ///
  /// @param more whether more may be asked back
  public Question knowing(Circumstances circumstances, boolean more) {
    return with(text, vectors, talk, more && mayBeAskedBack, circumstances);
  }

  private Question with(
      String other,
      Optional<QuestionVectors> read,
      List<Exchange> before,
      boolean askedBack,
      Circumstances circumstances) {
    return new Question(
        subject,
        other,
        language,
        read,
        recordMayBeUsed,
        modelMayBeUsed,
        before,
        disclosing,
        budget,
        askedBack,
        circumstances,
        viewer);
  }

  @Override
  public String toString() {
    return "Question[REDACTED]";
  }
}
