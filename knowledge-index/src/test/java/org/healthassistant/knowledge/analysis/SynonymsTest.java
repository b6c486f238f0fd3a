package org.healthassistant.knowledge.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.healthassistant.knowledge.analysis.Synonyms.Concept;
import org.junit.jupiter.api.Test;

class SynonymsTest {
  @Test
  void findsTheLongestWordingFirst() {
    List<Concept> concepts = concepts("high blood pressure pills", "en", "en");

    assertThat(concepts.getFirst().own()).containsExactly("high", "blood", "pressur");
    assertThat(concepts.getFirst().others()).contains(List.of("hypertens"));
  }

  @Test
  void leadsFromSpanishToEnglish() {
    List<Concept> concepts = concepts("¿qué es la calentura?", "es", "en");

    assertThat(concepts)
        .singleElement()
        .satisfies(concept -> assertThat(concept.others()).contains(List.of("fever")));
  }

  @Test
  void leavesUnknownWordsAlone() {
    assertThat(concepts("zolpidem", "en", "en"))
        .containsExactly(new Concept(List.of("zolpidem"), List.of()));
  }

  @Test
  void keepsEveryTermOfTheQuestionInOrder() {
    List<String> terms =
        Analyzers.terms("does tylenol lower a high temperature in a kid with the flu", "en");

    assertThat(Synonyms.from("en").concepts(terms, "en").stream().flatMap(it -> it.own().stream()))
        .containsExactlyElementsOf(terms);
  }

  private static List<Concept> concepts(String text, String language, String target) {
    return Synonyms.from(language).concepts(Analyzers.terms(text, language), target);
  }
}
