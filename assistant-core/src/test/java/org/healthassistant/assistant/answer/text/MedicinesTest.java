package org.healthassistant.assistant.answer.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MedicinesTest {

  private final Medicines medicines = Medicines.BUILT_IN;

  @ParameterizedTest
  @CsvSource({
    "ibuprofen, ibuprofen",
    "advil, ibuprofen",
    "ibuprofeno, ibuprofen",
    "atorvastatin, atorvastatin",
    "advils, ibuprofen",
    "metforminas, metformin",
    "water, -",
    "cousin, -"
  })
  void callsAMedicineByItsGenericName(String word, String name) {
    assertThat(medicines.genericName(word).orElse("-")).isEqualTo(name);
  }

  @Test
  void findsAllThatATextNames() {
    assertThat(medicines.namedIn("Is Tylenol or Advil better? ¿O ibuprofeno?"))
        .containsExactlyInAnyOrder("acetaminophen", "ibuprofen");
    assertThat(medicines.namedIn("what can i eat")).isEmpty();
  }

  @Test
  void addsTheClassesOfMedicines() {
    assertThat(medicines.withClasses(Set.of("ibuprofen")))
        .contains("ibuprofen")
        .hasSizeGreaterThan(1);
    assertThat(medicines.withClasses(Set.of())).isEmpty();
  }
}
