package org.healthassistant.knowledge.embed;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClassifierPairTest {

  @Test
  void takesNoCardWithoutAShareOfTheMean() {
    assertThatThrownBy(() -> card(null).shareOfMean()).hasMessageContaining("share");
    assertThatThrownBy(() -> card(1.5).shareOfMean()).hasMessageContaining("1.5");
    assertThatThrownBy(() -> card(Double.NaN).shareOfMean()).hasMessageContaining("share");
  }

  private static ClassifierCard card(@Nullable Double share) {
    return new ClassifierCard("second", null, null, share, null, null);
  }
}
