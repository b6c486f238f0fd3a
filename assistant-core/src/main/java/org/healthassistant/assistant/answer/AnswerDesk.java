package org.healthassistant.assistant.answer;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// Answers questions from evidence. Safe from any thread; holds no database connection while it
/// waits for an encoder or a model.
public interface AnswerDesk {

  /// Answers one question; never fails because of a model.
  ///
  /// @throws NoVectorsException if the encoders are too busy to read it
  default Answer answer(Question question) {
    return answer(question, sentence -> {});
  }

  /// As [#answer(Question)], showing what stands while the rest is written.
  ///
  /// @param showing gets the first sentences of the answer, in its order, once each is checked;
  ///     on another thread, nothing after the return. Only where a model writes; all else is
  ///     there at once
  Answer answer(Question question, Consumer<AnswerSentence> showing);

  /// Says that there is no vetted answer, and how to reach a person.
  Answer decline(Question question);

  /// Who writes: `extractive`, or the model's name.
  String writer();

  /// How long a model may take, from the request to the last token; empty where none writes.
  Optional<Duration> timeout();
}
