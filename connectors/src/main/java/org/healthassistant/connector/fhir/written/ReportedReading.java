package org.healthassistant.connector.fhir.written;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.healthassistant.connector.record.Code;
import org.healthassistant.connector.record.Component;
import org.healthassistant.connector.record.Measurement;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationComponentComponent;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.jspecify.annotations.Nullable;

/// A vital sign that the patient told, as an `Observation`: performed by the patient, by the
/// method "patient-reported", and labelled so by HL7's word for it.
public final class ReportedReading {

  private static final String CATEGORIES =
      "http://terminology.hl7.org/CodeSystem/observation-category";
  private static final String LABELS = "http://terminology.hl7.org/CodeSystem/v3-ObservationValue";
  private static final String UCUM = "http://unitsofmeasure.org";

  /// FHIR's profile of vital signs wants the first where the second is meant.
  private static final Code SATURATION = Code.loinc("2708-6");

  private static final Code BY_PULSE_OXIMETER = Code.loinc("59408-5");

  private ReportedReading() {}

  /// As JSON.
  ///
  /// @param reading with a time, and units by UCUM
  /// @param withdrawn whether the patient has taken it back: then it is entered in error
  public static String json(
      String identifier, String patientId, Measurement reading, boolean withdrawn) {
    Observation observation = new Observation();
    observation
        .getMeta()
        .addSecurity()
        .setSystem(LABELS)
        .setCode("PATRPT")
        .setDisplay("patient reported");
    observation.addIdentifier(Written.identifier(identifier));
    observation.setStatus(withdrawn ? ObservationStatus.ENTEREDINERROR : ObservationStatus.FINAL);
    observation
        .addCategory()
        .addCoding()
        .setSystem(CATEGORIES)
        .setCode("vital-signs")
        .setDisplay("Vital Signs");
    observation.setCode(concept(reading.codes(), reading.label()));
    observation.setSubject(Written.patient(patientId));
    observation.addPerformer(Written.patient(patientId));
    observation.setEffective(Written.time(Objects.requireNonNull(reading.dateTime())));
    observation.setMethod(new CodeableConcept().setText("Patient-reported"));
    BigDecimal value = reading.value();
    if (value != null) {
      observation.setValue(quantity(value, reading.unit(), reading.displayUnit()));
    }
    reading.components().forEach(part -> observation.addComponent(component(part)));
    return Written.json(observation);
  }

  private static ObservationComponentComponent component(Component part) {
    ObservationComponentComponent component = new ObservationComponentComponent();
    component.setCode(concept(part.codes(), part.label()));
    component.setValue(
        quantity(Objects.requireNonNull(part.value()), part.unit(), part.displayUnit()));
    return component;
  }

  private static CodeableConcept concept(List<Code> codes, String label) {
    CodeableConcept concept = new CodeableConcept().setText(label);
    if (codes.contains(BY_PULSE_OXIMETER)) {
      concept.addCoding().setSystem(SATURATION.system()).setCode(SATURATION.code());
    }
    codes.forEach(code -> concept.addCoding().setSystem(code.system()).setCode(code.code()));
    return concept;
  }

  private static Quantity quantity(
      BigDecimal value, @Nullable String unit, @Nullable String displayed) {
    return new Quantity().setValue(value).setSystem(UCUM).setCode(unit).setUnit(displayed);
  }
}
