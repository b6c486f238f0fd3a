package org.healthassistant.knowledge.search;

import java.time.LocalDate;
import java.util.Map;
import org.healthassistant.knowledge.data.DataFile;
import org.healthassistant.knowledge.text.Language;

/// Turns raw similarities into a probability that a passage answers a question
/// (`calibration.yaml`).
///
/// @param fitted the day of the fit
/// @param sets the coefficients: by its tag for content in the asker's language, `cross` for
///     other content
record Calibration(LocalDate fitted, Map<String, Coefficients> sets) {
  static final Calibration BUILT_IN =
      DataFile.read(Calibration.class, "calibration.yaml", Calibration.class);

  /// One logistic function.
  ///
  /// @param questions how many questions it was fitted on
  /// @param heldOutAccuracy the share of questions not fitted on that it decides rightly
  record Coefficients(
      int questions,
      double heldOutAccuracy,
      double intercept,
      double english,
      double bilingual,
      double coverage) {
    double score(double englishCosine, double bilingualCosine, double covered) {
      double sum =
          intercept + english * englishCosine + bilingual * bilingualCosine + coverage * covered;
      return 1 / (1 + Math.exp(-sum));
    }
  }

  Coefficients forContent(Language question, Language content) {
    String key = question == content ? content.tag() : "cross";
    Coefficients coefficients = sets.get(key);
    if (coefficients == null) {
      throw new IllegalStateException("calibration.yaml holds no set '" + key + "'");
    }
    return coefficients;
  }
}
