package org.healthassistant.assistant.answer;

import org.springframework.stereotype.Component;

/// Answers questions from evidence. Safe from any thread; holds no database connection while it
/// waits for an encoder or a model.
@Component
public class AnswerDesk {

  AnswerDesk() {}

  /// Answers one question; never fails because of a model.
  public Answer answer(Question question) {
    throw new UnsupportedOperationException();
  }

  /// Who writes: `extractive`, or the model's name.
  public String writer() {
    throw new UnsupportedOperationException();
  }
}
