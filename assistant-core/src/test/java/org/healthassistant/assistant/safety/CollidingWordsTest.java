package org.healthassistant.assistant.safety;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Plain words that mean danger in one sentence and nothing in another.
class CollidingWordsTest {

  private static final Screen SCREEN = Screen.builtIn();

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      i think my dad is having a stroke                         | stroke class is on tuesday right?
      creo que a mi mamá le está dando un derrame               | hubo un derrame de leche en la cocina
      i think i have a blood clot in my leg                     | washing my clothes and my clogs today
      mi mamá se está atragantando con la carne                 | estoy atorado en el tráfico
      hes choking                                               | choked up at the wedding
      i threw up blood this morning                             | threw up my hands at the blood pressure machine
      bleeding that wont stop and im dizzy                      | bloody traffic made me late
      estoy sangrando mucho de la regla y empapo toallas        | perdí la regla de la escuela
      no puedo respirar                                         | estoy constipado y no puedo respirar por la nariz
      me estoy ahogando, no puedo respirar                      | me ahogo en papeleo
      my son is having a seizure                                | need my seizure meds refilled
      she passed out and wont wake up                           | i passed out on the couch watching the game
      i fell and hit my head and i take eliquis                 | i hit the gym before my head doctor visit
      a curtain came down over my left eye                      | need a new shower curtain
      my chest is killing me                                    | this chest of drawers is killing my back
      my heart attack is happening now, having a heart attack   | nearly had a heart attack when i saw the bill
      used my epipen and my lips are puffy                      | need a refill of my epipen
      my balls hurt so bad all of a sudden, testicle is swollen | my kids play balls in the yard
      the left side of my face is drooping                      | the poster is drooping off the wall
      gained 6 pounds since monday and my ankles are swollen    | gained 6 followers since monday
      hubo sangre en el vómito                                  | me hicieron análisis de sangre
      le dio un ataque al corazón a mi papá ahorita             | me dio un ataque de risa
      """)
  void areTakenForWhatTheyMean(String danger, String harmless) {
    assertThat(level(danger).atLeast(Level.SAME_DAY)).as(danger).isTrue();
    assertThat(level(harmless).atLeast(Level.SAME_DAY)).as(harmless).isFalse();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      I threw up blood this morning.                                               | bleeding
      my face is drooping and i cannot move my right arm what should i do?         | stroke
      i cant breathe                                                               | breathing
      my throat is closing up                                                      | anaphylaxis
      my wife passed out and wont wake up                                          | unresponsive-seizure
      im a woman 61 my stomach and upper back hurt, throwing up and sweating buckets | chest-pain
      """)
  void areFoundWhenTheyStateTheDanger(String text, String category) {
    var decision = SCREEN.screen(Screening.of("m1", text));
    assertThat(decision.level()).isEqualTo(Level.EMERGENCY);
    assertThat(decision.categories()).contains(category);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      my stomach has been hurting and I threw up twice
      me duele el estómago y vomité dos veces
      """)
  void aStomachThatHurtsIsNoChest(String text) {
    assertThat(SCREEN.screen(Screening.of("m1", text)).categories()).doesNotContain("chest-pain");
  }

  private Level level(String text) {
    return SCREEN.screen(Screening.of("m1", text)).level();
  }
}
