package org.healthassistant.knowledge.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.healthassistant.knowledge.analysis.Synonyms.Concept;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.Test;

class SynonymsTest {
  @Test
  void findsTheLongestWordingFirst() {
    List<Concept> concepts =
        concepts("high blood pressure pills", Language.ENGLISH, Language.ENGLISH);

    assertThat(concepts.getFirst().own()).containsExactly("high", "blood", "pressur");
    assertThat(concepts.getFirst().others()).contains(List.of("hypertens"));
  }

  @Test
  void leadsFromSpanishToEnglish() {
    List<Concept> concepts = concepts("¿qué es la calentura?", Language.SPANISH, Language.ENGLISH);

    assertThat(concepts)
        .singleElement()
        .satisfies(concept -> assertThat(concept.others()).contains(List.of("fever")));
  }

  @Test
  void leavesUnknownWordsAlone() {
    assertThat(concepts("zolpidem", Language.ENGLISH, Language.ENGLISH))
        .containsExactly(new Concept(List.of("zolpidem"), List.of()));
  }

  @Test
  void keepsEveryTermOfTheQuestionInOrder() {
    List<String> terms = Analyzers.terms(
        "does tylenol lower a high temperature in a kid with the flu", Language.ENGLISH);

    assertThat(Synonyms.from(Language.ENGLISH).concepts(terms, Language.ENGLISH).stream()
            .flatMap(it -> it.own().stream()))
        .containsExactlyElementsOf(terms);
  }

  private static List<Concept> concepts(String text, Language language, Language target) {
    return Synonyms.from(language).concepts(Analyzers.terms(text, language), target);
  }
}
