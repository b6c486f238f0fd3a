package org.healthassistant.assistant.answer.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "asthma | asthma",
        "Tell me about asthma please | asthma",
        "¿qué es el asma? | asthma",
        "high blood pressure | high-blood-pressure",
        "can my cat catch asthma from a neighbour | -",
        "hello there | -"
      })
  void knowsATopicNamedWithNothingElseAsked(String message, String topic) {
    assertThat(Topics.BUILT_IN.onlyNamed(message).orElse("-")).isEqualTo(topic);
  }
}
