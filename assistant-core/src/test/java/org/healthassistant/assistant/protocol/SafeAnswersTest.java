package org.healthassistant.assistant.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.words.PatientWords;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is answered to the question whether a person is safe, as people write it.
class SafeAnswersTest {

  private final SymptomProtocols protocols = SymptomProtocols.builtIn(new PatientWords()::group);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no",
        "nooo",
        "No.",
        "nope",
        "nah",
        "n",
        "not really",
        "Not right now",
        "no hes here",
        "not safe",
        "im not sure",
        "idk",
        "i guess",
        "maybe?",
        "kind of",
        "i dont think so",
        "he's here",
        "no im not safe",
        "yes but not really",
        "I am not",
        "no estoy segura",
        "No mucho",
        "no se",
        "no, tengo miedo",
        "más o menos",
        "creo que no",
        "la verdad no",
        "no estoy a salvo",
        "supongo",
        "estoy en peligro",
        "\ud83d\udc4e"
      })
  void takesWhatIsLessThanAYesUp(String answer) {
    assertThat(hear(answer)).isInstanceOfSatisfying(Hearing.Done.class, done -> {
      assertThat(done.disposition().level()).isEqualTo(Level.EMERGENCY);
      assertThat(done.disposition().category()).isEqualTo("abuse-danger");
      assertThat(done.ownWords()).isFalse();
    });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yes",
        "yess",
        "siii",
        "Yes.",
        "yeah im ok",
        "y",
        "I am",
        "i'm safe",
        "yes, I am safe now",
        "ok",
        "sí",
        "si",
        "sí, estoy a salvo",
        "estoy bien",
        "no, i am safe",
        "no estoy en peligro",
        "im not going to hurt myself",
        "\ud83d\udc4d",
        "creo que si",
        "yes for now"
      })
  void tellsAYesAndLowersNothing(String answer) {
    assertThat(hear(answer))
        .isInstanceOfSatisfying(
            Hearing.Done.class,
            done -> assertThat(done.disposition().level()).isEqualTo(Level.ROUTINE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "what can I eat with diabetes?",
        "thank you",
        "gracias",
        "can I take ibuprofen",
        "...",
        "",
        "when is my appointment",
        "puedo tomar ibuprofeno"
      })
  void leavesWhatAnswersNothing(String other) {
    assertThat(hear(other)).isInstanceOf(Hearing.Aside.class);
  }

  private Hearing hear(String answer) {
    return protocols.hear(SymptomProtocols.askedIfSafe("abuse-danger"), answer);
  }
}
