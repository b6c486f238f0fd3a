package org.healthassistant.assistant.safety;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What the record says of a patient that can lift the level of a complaint.
public enum RiskFact {
  /// Takes a blood thinner.
  ANTICOAGULANT,
  /// Is pregnant.
  PREGNANT,
  /// Gave birth within the last six weeks.
  POSTPARTUM,
  /// Is immunosuppressed: chemotherapy, transplant, or a medicine that does it.
  IMMUNOSUPPRESSED,
  /// Uses insulin.
  INSULIN,
  /// Has heart failure.
  HEART_FAILURE,
  /// Is younger than one year.
  INFANT,
  /// Is 65 or older.
  OLDER_ADULT,
  /// Lives alone.
  LIVES_ALONE;

  /// The word used in files and interfaces, such as `lives-alone`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The fact of a code; empty when the code is unknown.
  public static Optional<RiskFact> of(String code) {
    return Arrays.stream(values()).filter(fact -> fact.code().equals(code)).findFirst();
  }
}
