package org.healthassistant.assistant.answer.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionPartsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "what is asthma?",
        "metformin side effects",
        "¿qué es el asma?",
        "my knee hurts",
        ""
      })
  void findsNoPartsInWhatIsOneQuestion(String message) {
    assertThat(QuestionParts.of(message)).isEmpty();
  }

  @Test
  void findsTwoQuestions() {
    assertThat(QuestionParts.of("What is prediabetes? And how often should I get tested?"))
        .containsExactly("What is prediabetes?", "And how often should I get tested?");
    assertThat(QuestionParts.of("¿Se contagia la gripe? ¿Cuánto dura?"))
        .containsExactly("¿Se contagia la gripe?", "¿Cuánto dura?");
  }

  @Test
  void findsTheQuestionInAStory() {
    assertThat(QuestionParts.of("My mother came to stay with us in June. She is 81 and has gout."
            + " She loves shrimp. Can she eat shrimp with gout? The doctor is away."))
        .containsExactly("Can she eat shrimp with gout?");
  }

  @Test
  void findsTheQuestionInAStoryWithoutMarks() {
    assertThat(QuestionParts.of("so my son is 4 and he started day care last month and ever since"
            + " then he has been sick like every week with a runny nose how long does a cold last"
            + " in kids"))
        .contains("how long does a cold last in kids");
  }
}
