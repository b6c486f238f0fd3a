package org.healthassistant.connector.wearable;

import java.util.Arrays;
import java.util.Optional;

/// What is read of devices and apps.
public enum Measured {
  /// Steps in an interval; what is told is their sum a day.
  STEPS("41950-7", "Steps", "{steps}", "steps", 0),
  /// Beats a minute at a moment.
  HEART_RATE("8867-4", "Heart rate", "/min", "beats/min", 1),
  /// Beats a minute at rest, as the device reckons it.
  RESTING_HEART_RATE("40443-4", "Resting heart rate", "/min", "beats/min", 1),
  /// Oxygen in the blood by a sensor on the skin.
  OXYGEN("59408-5", "Oxygen saturation", "%", "%", 1),
  /// A span asleep, in hours; what is told is the sum by waking day.
  SLEEP("93832-4", "Sleep duration", "h", "h", 4),
  /// Body weight.
  WEIGHT("29463-7", "Body weight", "kg", "kg", 2),
  /// Body temperature.
  TEMPERATURE("8310-5", "Body temperature", "Cel", "°C", 2),
  /// Sugar in blood or tissue.
  GLUCOSE("2339-0", "Glucose", "mg/dL", "mg/dL", 0),
  /// The pair of pressures: the value is the systolic one, the second the diastolic one.
  BLOOD_PRESSURE("85354-9", "Blood pressure", "mm[Hg]", "mmHg", 0),
  /// Breaths a minute.
  RESPIRATION("9279-1", "Respiratory rate", "/min", "breaths/min", 1),
  /// Body height.
  HEIGHT("8302-2", "Body height", "cm", "cm", 1),
  /// Body mass index.
  BMI("39156-5", "Body mass index", "kg/m2", "kg/m²", 1),
  /// Body fat.
  BODY_FAT("41982-0", "Body fat", "%", "%", 1),
  /// How much heart beats vary, as the standard deviation of their distances: not the other
  /// measure of the same thing, whose values are not comparable.
  VARIABILITY("80404-7", "Heart rate variability (SDNN)", "ms", "ms", 1);

  private final String loinc;
  private final String label;
  private final String unit;
  private final String displayUnit;
  private final int scale;

  Measured(String loinc, String label, String unit, String displayUnit, int scale) {
    this.loinc = loinc;
    this.label = label;
    this.unit = unit;
    this.displayUnit = displayUnit;
    this.scale = scale;
  }

  /// Its LOINC code.
  public String loinc() {
    return loinc;
  }

  /// Its name for people.
  public String label() {
    return label;
  }

  /// The UCUM code of the unit in which its values are kept.
  public String unit() {
    return unit;
  }

  /// That unit as people write it.
  public String displayUnit() {
    return displayUnit;
  }

  /// How many decimals a value has at most.
  public int scale() {
    return scale;
  }

  /// That of a LOINC code; empty where none of them has it.
  public static Optional<Measured> ofLoinc(String loinc) {
    return Arrays.stream(values()).filter(one -> one.loinc.equals(loinc)).findFirst();
  }
}
