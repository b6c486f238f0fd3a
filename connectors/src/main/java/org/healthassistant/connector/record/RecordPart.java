package org.healthassistant.connector.record;

import java.util.EnumSet;
import java.util.Set;

/// A part of a record that can be missing as a whole.
public enum RecordPart {
  /// Problems and diagnoses.
  CONDITIONS,
  /// Orders, plans and statements of medicines.
  MEDICINES,
  /// Allergies and intolerances.
  ALLERGIES,
  /// Laboratory values, vital signs and whatever else is measured or observed.
  MEASUREMENTS,
  /// Visits.
  APPOINTMENTS,
  /// Vaccines.
  IMMUNIZATIONS,
  /// Operations and the like.
  PROCEDURES,
  /// Visits that were, as the place that gave the care recorded them.
  VISITS,
  /// What is to be reached.
  GOALS,
  /// What is planned.
  PLANS,
  /// Who takes care of the patient.
  TEAM,
  /// Letters, notes and reports.
  DOCUMENTS,
  /// What is recommended or ordered and still to be done.
  DUE;

  /// Every part.
  public static Set<RecordPart> all() {
    return EnumSet.allOf(RecordPart.class);
  }
}
