package org.healthassistant.assistant.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is denied and what is not, in the words of patients and of doctors' letters. What stands
/// between brackets is asked about.
class DenialTest {

  private static final Screen SCREEN = Screen.builtIn();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "No murmurs, rubs or [gallops].",
        "No murmurs, [gallops], rubs.",
        "no signs of acute [pancreatitis]",
        "He denies nausea, vomiting and [diarrhea].",
        "not consistent with [aortic dissection]",
        "The occult [blood] was negative.",
        "In general, no change in vision, diplopia or [change in hearing].",
        "no fever, chills or [cough]",
        "i never had [chest pain]",
        "sin fiebre ni [tos]"
      })
  void isDenied(String sentence) {
    assertThat(denied(sentence)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no fever, [numbness] in my arm", "no sleep, [chest pain] or pressure",
        "no fever, vomiting and [diarrhea]", "i never had [chest pain] like this",
        "nunca tuve un [dolor de pecho] así", "no diagnosis for my [chest pain]",
        "i dont believe this [chest pain] will go", "no murmurs but [edema] of both legs",
        "the test was negative, [chest pain] again"
      })
  void isNotDenied(String sentence) {
    assertThat(denied(sentence)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "i never had chest pain like this", "never had chest pain this bad",
        "nunca tuve un dolor de pecho así", "i have never felt chest pain so strong"
      })
  void readsANeverThatSaysHowBadItIs(String message) {
    Screening input =
        new Screening(new ScreenedText("m", message), List.of(), Set.of(), Optional.empty());

    assertThat(SCREEN.screen(input).level()).isEqualTo(Level.EMERGENCY);
  }

  private static boolean denied(String marked) {
    int start = marked.indexOf('[');
    int end = marked.indexOf(']') - 1;
    return SCREEN.denied(marked.replace("[", "").replace("]", ""), start, end);
  }
}
