package org.healthassistant.connector.record;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing the record says of a patient.
///
/// These kinds are all there are, so a caller that switches over them handles every case. In
/// JSON the member `entry` names the kind.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "entry")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Condition.class, name = "condition"),
  @JsonSubTypes.Type(value = Medication.class, name = "medication"),
  @JsonSubTypes.Type(value = Allergy.class, name = "allergy"),
  @JsonSubTypes.Type(value = Measurement.class, name = "measurement"),
  @JsonSubTypes.Type(value = Appointment.class, name = "appointment"),
  @JsonSubTypes.Type(value = Immunization.class, name = "immunization"),
  @JsonSubTypes.Type(value = Procedure.class, name = "procedure"),
  @JsonSubTypes.Type(value = CareItem.Visit.class, name = "visit"),
  @JsonSubTypes.Type(value = CareItem.Goal.class, name = "goal"),
  @JsonSubTypes.Type(value = CareItem.Plan.class, name = "plan"),
  @JsonSubTypes.Type(value = CareItem.Member.class, name = "member"),
  @JsonSubTypes.Type(value = CareItem.Document.class, name = "document"),
  @JsonSubTypes.Type(value = CareItem.Filling.class, name = "filling"),
  @JsonSubTypes.Type(value = CareItem.Due.class, name = "due"),
  @JsonSubTypes.Type(value = CareItem.Relative.class, name = "relative")
})
public sealed interface Entry
    permits Condition,
        Medication,
        Allergy,
        Measurement,
        Appointment,
        Immunization,
        Procedure,
        CareItem {

  /// What a citation points to: type and id in the source, such as `Observation/a1c-3`. Unique
  /// in a record.
  String source();

  /// Its codes, the source's order; empty where it was written as text only.
  List<Code> codes();

  /// Its name for people, as the source writes it; never blank.
  String label();

  /// The day it is about, or null where the source gives none: an undated entry is kept, not old.
  @Nullable
  PartialDate date();

  /// Whether one of its codes is the given one.
  default boolean is(Code code) {
    return codes().contains(code);
  }
}
