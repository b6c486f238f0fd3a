package org.healthassistant.assistant.protocol;

/// What a message is to the question that waits for an answer. These are all there are.
public sealed interface Hearing {

  /// There is something to ask: the next question, or the same once more.
  ///
  /// @param again whether it is the same, because the answer was not understood
  record Ask(Progress progress, boolean again) implements Hearing {}

  /// All is answered that had to be.
  ///
  /// @param ownWords whether the last answer is a message in its own right, which is then read as
  ///     such
  record Done(Progress progress, Disposition disposition, boolean ownWords) implements Hearing {}

  /// The patient wants no more questions: what was left open counts as unanswered.
  record Left(Progress progress, Disposition disposition) implements Hearing {}

  /// It is about something else; the question stays open.
  record Aside() implements Hearing {}
}
