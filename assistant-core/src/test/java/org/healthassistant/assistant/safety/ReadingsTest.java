package org.healthassistant.assistant.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.healthassistant.assistant.safety.text.Lexicon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingsTest {

  private static final Lexicon LEXICON = RulePack.builtIn().lexicon();

  private static Set<String> readings(String... messages) {
    var text = LEXICON.read(List.of(messages));
    return LEXICON.ids().stream()
        .filter(id -> id.startsWith("reading/") && !text.hitsOf(id).isEmpty())
        .map(id -> id.substring("reading/".length()))
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      bp 188/124 | pressure-crisis
      my blood pressure is 188 over 124 | pressure-crisis
      BP: 190-110 | pressure-crisis
      188/124 is that bad | pressure-crisis
      one eighty over one twenty on the cuff | pressure-crisis
      mi presión está en 190 con 120 pero me siento bien | pressure-crisis
      tengo la tensión a 19/12 | pressure-crisis
      blood pressure 162 over 104 | pressure-severe
      bp 78/40 | pressure-very-low
      sugar 43 | glucose-very-low
      Checked my sugar again. It says 38 | glucose-severe-low
      my glucose is 2.9 | glucose-very-low
      glucosa de 3,1 mmol | glucose-low
      azúcar en 412 | glucose-very-high
      sugar in the 300s | glucose-high
      oxygen 86 | oxygen-critical
      86% on my pulse ox | oxygen-critical
      el oxígeno me marca 89 | oxygen-low
      heart rate 148 just sitting here | pulse-fast
      148 bpm and just sitting on the couch after my run hours ago | pulse-fast
      pulso de 34 | pulse-slow
      temp 103.5 | fever-high
      temp: 104°F | fever-very-high
      fever one oh three | fever-high
      fiebre de 39.8 | fever-high
      my potassium was ok. 102.8 since last night | fever
      sodium was ok but i have 102.8 | fever
      i have 103.2 and my a1c is 8 | fever-high
      fiebre de treinta y nueve y medio | fever-high
      temperatura 38ºC | fever
      my inr was 7 | inr-high
      lab app says potassium 6.4 is that bad | potassium-critical
      sodio: 118 | sodium-critical
      hemoglobin came back 6.4 | hemoglobin-critical
      plaquetas en 15,000 | platelets-critical
      phq-9 score 22 | depression-severe
      gained 4 pounds overnight | weight-gain
      up 6 lbs since monday | weight-gain
      subí tres kilos en dos días | weight-gain
      i took 20 tylenol | tablets-overdose
      took 20 500mg tylenol | tablets-overdose
      took like thirty of my pills | tablets-overdose
      me tomé 30 pastillas | tablets-overdose
      took 5 xanax | tablets-overdose
      """)
  void turnsANumberWithItsMeasureIntoWhatItMeans(String text, String reading) {
    assertThat(readings(text)).contains(reading);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bp 118/78 and pulse 70",
        "oxygen 97, temp 98.6, sugar 110",
        "mi presión salió 120/80",
        "hr 150 during my run",
        "went for a run. hr 150",
        "my inr was 2.4",
        "a1c came back 6.1",
        "my hba1c last week was 39.5",
        "My last A1c result from the lab on Monday was 39.5 mmol/mol",
        "mi hemoglobina glicosilada del laboratorio salió en 39.5",
        "hemoglobin a1c 6.4",
        "potassium 20 meq",
        "43 grams of sugar",
        "my inr appointment is at 8",
        "my blood pressure visit is 12/10",
        "call me at 555-190-1200 about my pressure",
        "the pressure at work is 24/7",
        "advair 250/50 and sinemet 25/100",
        "it is 104 degrees outside",
        "took two tylenol",
        "took 600 mg ibuprofen",
        "took tylenol 20 minutes ago",
        "i take 14 pills a day",
        "me tomé dos tylenol",
        "gained 2 lbs over the holidays",
        "lost 6 pounds since monday",
        "libre nothing over 250",
        "t4 libre 1.2 y tsh 3.1",
        "i weigh 101.4 pounds and ran 38.5 miles",
        "phq-9 score 4",
        "2024-11-30, room 190, 1-800-222-1222"
      })
  void leavesNormalValuesDatesDosesAndNumbersOfOtherThingsAlone(String text) {
    assertThat(readings(text))
        .doesNotContain(
            "pressure-crisis",
            "pressure-severe",
            "pressure-very-low",
            "glucose-low",
            "glucose-high",
            "oxygen-low",
            "pulse-raised",
            "pulse-slow",
            "fever",
            "inr-high",
            "potassium-critical",
            "hemoglobin-critical",
            "depression-severe",
            "weight-gain",
            "tablets-overdose");
  }

  @Test
  void givesEachNumberToTheMeasureNearestToIt() {
    assertThat(readings("bp 124/80, sugar 43, oxygen 97, pulse 66"))
        .containsExactlyInAnyOrder("glucose-low", "glucose-very-low");
  }

  @Test
  void joinsAMeasureAndItsValueSentInTwoMessages() {
    assertThat(readings("my sugar is", "43")).contains("glucose-very-low");
  }

  @Test
  void doesNotCountWhatIsDenied() {
    var decision = Screen.builtIn().screen(Screening.of("m1", "didnt take 20 tylenol"));
    assertThat(decision.level()).isEqualTo(Level.SELF_CARE);
  }

  @Test
  void refusesACutOffWithoutSource() throws IOException {
    var files = RulePackTest.files(
        "reading/cut-offs.yaml",
        text -> text.replaceFirst("name: \"MedlinePlus, High Blood Pressure\", ", "")
            .replaceFirst("measure/oxygen", "measure/oxigen"));
    assertThatThrownBy(() -> RulePack.load(files))
        .hasMessageContaining("'reading/pressure-crisis' has no source")
        .hasMessageContaining("unknown concept 'measure/oxigen'");
  }
}
