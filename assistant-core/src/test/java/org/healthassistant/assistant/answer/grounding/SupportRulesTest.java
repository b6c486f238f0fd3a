package org.healthassistant.assistant.answer.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.healthassistant.assistant.answer.grounding.GroundingCheck.Supported;
import org.healthassistant.assistant.answer.grounding.GroundingCheck.Unsupported;
import org.healthassistant.assistant.answer.grounding.GroundingCheck.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupportRulesTest {

  private final GroundingCheck check = new GroundingCheck();

  private String judged(String sentence, String evidence) {
    Verdict verdict = check.check(sentence, List.of(evidence));
    return switch (verdict) {
      case Supported supported -> "supported";
      case Unsupported unsupported -> unsupported.reason();
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Take 2 tablets a day with food. | Take two tablets a day with food. | supported",
        "Take 3 tablets a day with food. | Take two tablets a day with food. | number",
        "Take 2 tablets a week with food. | Take two tablets a day with food. | number",
        "Take at most 2 tablets with food. | Take at least 2 tablets with food. | number",
        "Take 2 tablets a day with food. | Take 2 tablets daily with food. | supported",
        "Take 2 tablets daily with food. | Take 2 tablets every day with food. | supported",
        "Take 2 tablets per day with food. | Take 2 tablets daily with food. | supported",
        "Take 1 tablet a week with food. | Take 1 tablet weekly with food. | supported",
        "Take 2 tablets a day with food. | Take 2 tablets weekly with food. | number",
        "Tome 2 tabletas al día con comida. | Tome 2 tabletas cada día con comida. | supported",
        "Take 2 tablets with food in the day. | Take 2 tablets with food in the night. | opposite",
        "Take no more than 2 tablets with food. | Take at most 2 tablets with food. | supported",
        "Tome al menos 2 tabletas con comida. | Tome como máximo 2 tabletas con comida. | number"
      })
  void wantsTheSameNumbers(String sentence, String evidence, String verdict) {
    assertThat(judged(sentence, evidence)).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Drink alcohol with metformin. | Do not drink alcohol with metformin. | negation",
        "Avoid alcohol with metformin. | Do not drink alcohol with metformin. | supported",
        "Eat grapefruit with this medicine. | Avoid grapefruit with this medicine. | negation",
        "No tome alcohol con metformina. | Tome alcohol con metformina. | negation"
      })
  void wantsTheSamePolarity(String sentence, String evidence, String verdict) {
    assertThat(judged(sentence, evidence)).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Salt lowers blood pressure. | Salt raises blood pressure. | opposite",
        "Salt increases blood pressure. | Salt raises blood pressure. | supported",
        "Exercise raises blood pressure. | Salt raises blood pressure, but exercise lowers it. |"
            + " opposite",
        "Swallow the tablet before meals. | Swallow the tablet after meals. | opposite",
        "Nerve damage causes diabetes. | Diabetes causes nerve damage. | opposite",
        "La sal baja la presión. | La sal sube la presión. | opposite"
      })
  void wantsTheSameDirectionAndOrder(String sentence, String evidence, String verdict) {
    assertThat(judged(sentence, evidence)).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Take naproxen with food. | Take ibuprofen with food. | medicine",
        "Children can drink this syrup with water. | Adults can drink this syrup with water. |"
            + " subject",
        "This syrup is safe. | This syrup is safe for adults. | subject",
        "Aspirin always stops strokes. | Aspirin stops strokes. | certainty",
        "Aspirin stops strokes. | Aspirin may stop strokes. | certainty"
      })
  void wantsTheSameMedicinePeopleAndCertainty(String sentence, String evidence, String verdict) {
    assertThat(judged(sentence, evidence)).isEqualTo(verdict);
  }
}
