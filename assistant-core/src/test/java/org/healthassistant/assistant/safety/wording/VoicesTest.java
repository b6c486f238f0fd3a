package org.healthassistant.assistant.safety.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who is in danger, as far as the wording needs to know it.
class VoicesTest {

  private final Voices voices = Voices.builtIn();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my husband is grabbing his chest and he looks gray",
        "mom woke up talking gibberish and her mouth is crooked",
        "i think my wife is having a stroke, what do i do",
        "hes shaking all over its been like 6 minutes",
        "grandpa is breathing but not responding",
        "my 5 week old baby has a fever",
        "I'm with my roommate, says hes jumping off the bridge now",
        "stepdad is hurting my little brother rite now",
        "my toddler ate a whole bottle of vitamins",
        "mi esposo se desmayó y no despierta",
        "a mi mamá le duele el pecho ahorita y está sudando frío",
        "creo que mi papá tiene un derrame",
        "mi bebé se tragó cloro"
      })
  void hearsThatSomebodyElseIsInDanger(String message) {
    assertThat(isAboutAnother(message)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "chest pain cant breathe",
        "my chest hurts and my husband says its nothing",
        "chest hurts, husband says its nothing",
        "he choked me last night and hes on his way back",
        "im locked in the bathroom hes breaking the door",
        "my daughter takes my checks and wont buy my medicine",
        "everyone would be better off without me, my kids too",
        "voices are telling me to hurt my baby",
        "please dont text my husband sees my phone",
        "i am 8 months pregnant and the baby stopped moving",
        "mi esposo me ahorcó anoche y viene para la casa",
        "me duele el pecho y mi hija dice que no es nada",
        "mi hija no me compra mis medicinas",
        "soy una carga para mi familia"
      })
  void takesTheWriterForThePersonInDangerWhereTheMessageSpeaksOfBoth(String message) {
    assertThat(isAboutAnother(message)).isFalse();
  }

  private boolean isAboutAnother(String message) {
    return Stream.of(Language.values())
        .anyMatch(language -> voices.isAboutAnother(message, language));
  }
}
