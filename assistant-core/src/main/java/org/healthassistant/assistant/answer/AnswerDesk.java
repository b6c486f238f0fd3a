package org.healthassistant.assistant.answer;

import java.time.Duration;
import java.util.Optional;

/// Answers questions from evidence. Safe from any thread; holds no database connection while it
/// waits for an encoder or a model.
public interface AnswerDesk {

  /// Answers one question; never fails because of a model.
  ///
  /// @throws NoVectorsException if the encoders are too busy to read it
  Answer answer(Question question);

  /// Says that there is no vetted answer, and how to reach a person.
  Answer decline(Question question);

  /// Who writes: `extractive`, or the model's name.
  String writer();

  /// How long a model may take, from the request to the last token; empty where none writes.
  Optional<Duration> timeout();
}
