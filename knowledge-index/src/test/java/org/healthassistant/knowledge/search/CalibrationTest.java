package org.healthassistant.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The coefficients that ship; `evaluation train calibration` fits them, and its test judges
/// them.
class CalibrationTest {

  @Test
  void risesWithEveryFeature() {
    for (Calibration.Coefficients set : Calibration.BUILT_IN.sets().values()) {
      assertThat(set.score(0.8, 0.5, 0.9)).isGreaterThan(set.score(0.6, 0.3, 0.2));
      assertThat(set.coverage()).isPositive();
      assertThat(set.bilingual()).isPositive();
    }
  }
}
