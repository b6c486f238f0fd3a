package org.healthassistant.knowledge.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Questions that share their words with an article and are not about people's health.
class OtherMattersTest {
  @ParameterizedTest
  @CsvSource({
    "ENGLISH, My CAT has an overactive thyroid!",
    "ENGLISH, can my landlord evict me for mold",
    "ENGLISH, can you help me with my work permit",
    "ENGLISH, who won the game last night",
    "SPANISH, mi perro tiene diarrea",
    "SPANISH, ¿me pueden despedir por estar enferma?",
    "SPANISH, quién inventó la insulina",
    "SPANISH, dame los números de la LOTERÍA",
  })
  void areNamed(Language language, String question) {
    OtherMatters matters = OtherMatters.of(question, language);

    assertThat(matters.named()).hasSize(1);
    assertThat(matters.beyond("Thyroid. Tiroides.", language)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "ENGLISH, do i need a cat scan of my head",
    "ENGLISH, is a hot dog ok with high blood pressure",
    "ENGLISH, how much milk should a baby drink",
    "ENGLISH, my son is playing football with asthma",
    "SPANISH, puedo comer carne de puerco con gota",
    "SPANISH, la leche de vaca sube el azucar",
    "SPANISH, me duele la espalda cuando trabajo",
    "SPANISH, hay un remedio casero para la tos",
    "SPANISH, cual es el telefono de la linea de suicidio",
    "ENGLISH, i saw on facebook that garlic lowers blood pressure",
    "ENGLISH, does smoking near me hurt my baby",
  })
  void areNotSeenInQuestionsAboutHealth(Language language, String question) {
    assertThat(OtherMatters.of(question, language).named()).isEmpty();
  }

  @Test
  void doNotHoldBackWhatSpeaksOfThem() {
    OtherMatters animals = OtherMatters.of("can i catch ringworm from my cat", Language.ENGLISH);
    OtherMatters bills = OtherMatters.of("what if i get a bill for insulin", Language.ENGLISH);

    assertThat(animals.beyond("Pets can carry ringworm.", Language.ENGLISH)).isFalse();
    assertThat(bills.beyond("Some plans pay for insulin.", Language.ENGLISH)).isFalse();
    assertThat(bills.beyond("Keep insulin cold.", Language.ENGLISH)).isTrue();
  }

  @Test
  void areNotSeenInALongMessage() {
    String told = "i am 29 and have lupus and it has been quiet for a year and both our mothers ask"
        + " for grandbabies like we are a tv show and movie stars, so can i have one with lupus";

    assertThat(OtherMatters.of(told, Language.ENGLISH).named()).isEmpty();
    assertThat(OtherMatters.of("lupus in the movie", Language.ENGLISH).named()).hasSize(1);
  }
}
