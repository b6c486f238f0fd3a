package org.healthassistant.knowledge.article;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What makes the same words matter more for one patient than for another.
public enum RiskFact {
  /// Takes a medicine that thins the blood.
  ANTICOAGULANT,
  /// Is pregnant.
  PREGNANT,
  /// Gave birth in the last weeks.
  POSTPARTUM,
  /// Has weak defences against infection.
  IMMUNOSUPPRESSED,
  /// Takes insulin.
  INSULIN,
  /// Has heart failure.
  HEART_FAILURE,
  /// Is a baby.
  INFANT,
  /// Is 65 or older.
  OLDER_ADULT,
  /// Has nobody at home.
  LIVES_ALONE;

  /// The fact as articles and requests write it, as `heart-failure`.
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The fact written so; empty when there is none.
  public static Optional<RiskFact> ofLabel(String label) {
    return Arrays.stream(values()).filter(fact -> fact.label().equals(label)).findFirst();
  }
}
