package org.healthassistant.assistant.answer.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.healthassistant.knowledge.article.SectionKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntentTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "when should i call the doctor | CALL_CARE_TEAM",
        "when is it an emergency | EMERGENCY",
        "what are the symptoms of asthma | SYMPTOMS",
        "¿cuáles son los síntomas? | SYMPTOMS",
        "what causes high blood pressure | CAUSES"
      })
  void namesTheSectionThatAnswersBest(String question, SectionKind best) {
    assertThat(Intent.of(question).kinds().getFirst()).isEqualTo(best);
    assertThat(Intent.of(question).fit(best)).isEqualTo(1);
  }

  @Test
  void fitsLessWhatComesLaterAndNothingElse() {
    Intent intent = Intent.of("what are the symptoms of asthma");
    assertThat(intent.kinds())
        .isSortedAccordingTo((one, other) -> Double.compare(intent.fit(other), intent.fit(one)));
    for (SectionKind kind : SectionKind.values()) {
      assertThat(intent.fit(kind) > 0).isEqualTo(intent.kinds().contains(kind));
    }
  }

  @Test
  void hasNoIntentWhereNothingTellsOne() {
    assertThat(Intent.of("asthma").kinds()).isEmpty();
  }
}
