package org.healthassistant.assistant.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.healthassistant.assistant.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A reply by a letter or a bare yes is screened as the choice that it stands for, on both
/// databases.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ChosenReplyTest extends OneConversation {

  ChosenReplyTest(TestDatabase database) {
    super(database);
  }

  @ParameterizedTest
  @CsvSource({
    "can i take tylenol for my headache and blurry eyes, A",
    "can i take tylenol for my headache and blurry eyes, yes",
    "puedo tomar ibuprofeno, A; veo manchas en los ojos",
    "can i take ibuprofen, 'Yes, I am!; i see spots'",
    "puedo tomar ibuprofeno, sí; veo manchas en los ojos",
  })
  void pregnancyCountsWithWhatIsSaidBeforeAndAfter(String question, String replies) {
    assertThat(text(question).action()).isEqualTo("clarify");
    Turn last = Stream.of(replies.split("; "))
        .map(this::text)
        .reduce((before, after) -> after)
        .orElseThrow();
    assertThat(last.triage().messageLevel()).as(last.toString()).isEqualTo("EMERGENCY");
    assertThat(last.triage().findings())
        .anyMatch(finding -> finding.explanation().contains("The reply stands for: "));
  }

  @Test
  void aBloodThinnerCountsWithWhatIsSaidAfter() {
    text("are antibiotics safe for me");
    Turn asked = text("no");
    assertThat(asked.suggestions()).first().asString().startsWith("Warfarin");
    text("A");

    assertThat(text("i fell down today").triage().messageLevel()).isEqualTo("SAME_DAY");
  }

  @ParameterizedTest
  @ValueSource(strings = {"C", "no", "claro que no"})
  void whatStandsForNoRiskRaisesNothing(String reply) {
    assertThat(text("can i take tylenol for my headache and blurry eyes").action())
        .isEqualTo("clarify");

    assertThat(text(reply).triage().messageLevel()).isEqualTo("SELF_CARE");
  }
}
