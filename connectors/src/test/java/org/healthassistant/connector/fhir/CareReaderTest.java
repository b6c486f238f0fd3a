package org.healthassistant.connector.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.healthassistant.connector.record.Appointment;
import org.healthassistant.connector.record.CareItem;
import org.healthassistant.connector.record.Medication;
import org.healthassistant.connector.record.PatientRecord;
import org.healthassistant.connector.record.Procedure;
import org.healthassistant.connector.record.RecordPart;
import org.junit.jupiter.api.Test;

class CareReaderTest {
  private static final PatientRecord DANA =
      FhirBundleDirectory.builtIn().records().getFirst();

  @Test
  void tellsWhoOrderedAMedicineWhatForAndForHowLong() {
    Medication metformin = medicine("Metformin 1000 mg tablet");
    assertThat(metformin.ordering())
        .isEqualTo(new Medication.Ordering("Dr. Elena Ruiz", List.of("Type 2 diabetes"), 90, 3));
    assertThat(medicine("Vitamin D3 1000 units").ordering()).isNull();
    CareItem.Filling filled = DANA.entries(CareItem.Filling.class).getFirst();
    assertThat(Objects.requireNonNull(filled.date()).text()).isEqualTo("2026-09-08");
    assertThat(filled.daysOfSupply()).isEqualTo(90);
  }

  @Test
  void namesTheTeamButNotThePatient() {
    assertThat(DANA.entries(CareItem.Member.class))
        .extracting(member -> member.label() + ", " + member.role())
        .containsExactly("Dr. Elena Ruiz, Primary care doctor", "Sam Okafor, RN, Diabetes nurse");
  }

  @Test
  void readsTheTargetsOfAGoalByTheirSign() {
    CareItem.Goal pressure = DANA.entries(CareItem.Goal.class).getLast();
    assertThat(pressure.targets())
        .extracting(target -> target.low() + " to " + target.high() + " " + target.unit())
        .containsExactly("null to 130 mmHg", "null to 80 mmHg");
    PatientRecord ranged = read("""
        {"resourceType": "Goal", "id": "g", "lifecycleStatus": "active",
         "description": {"text": "Keep the pulse steady"},
         "target": [{"detailRange": {"low": {"value": 60}, "high": {"value": 90}}},
                    {"detailQuantity": {"value": 10000, "comparator": ">=", "unit": "steps"}}]}
        """);
    assertThat(ranged.entries(CareItem.Goal.class).getFirst().targets())
        .extracting(target -> target.low() + " to " + target.high())
        .containsExactly("60 to 90", "10000 to null");
  }

  @Test
  void findsTheLinkOfAVisitAndWhoItIsWith() {
    Appointment visit = read("""
        {"resourceType": "Appointment", "id": "a", "status": "booked",
         "start": "2026-12-03T11:15:00Z", "comment": "Open https://visits.example.org/a?b=1",
         "participant": [{"actor": {"display": "Dr. May"}, "status": "accepted"},
                         {"actor": {"reference": "Patient/p"}, "status": "accepted"}]}
        """).entries(Appointment.class).getFirst();
    assertThat(visit.link()).isEqualTo("https://visits.example.org/a?b=1");
    assertThat(visit.people()).containsExactly("Dr. May");
  }

  @Test
  void readsByWhomAndWhySomethingWasDone() {
    Procedure done = read("""
        {"resourceType": "Procedure", "id": "x", "status": "completed",
         "code": {"text": "Knee replacement"}, "performedDateTime": "2019-05",
         "performer": [{"actor": {"reference": "Practitioner/d"}}],
         "reasonCode": [{"text": "Arthritis"}], "note": [{"text": "It went well."}]},
        {"resourceType": "Practitioner", "id": "d",
         "name": [{"prefix": ["Dr."], "given": ["Alan"], "family": "Brooks"}]}
        """).entries(Procedure.class).getFirst();
    assertThat(done.people()).containsExactly("Dr. Alan Brooks");
    assertThat(done.reasons()).containsExactly("Arthritis");
    assertThat(done.notes()).containsExactly("It went well.");
  }

  @Test
  void takesAsDueWhatIsOrderedOrRecommendedAndNotWhatIsDone() {
    PatientRecord record = read("""
        {"resourceType": "ServiceRequest", "id": "s1", "status": "active", "intent": "order",
         "code": {"text": "Eye exam"}, "occurrenceDateTime": "2026-12"},
        {"resourceType": "ServiceRequest", "id": "s2", "status": "completed", "intent": "order",
         "code": {"text": "X-ray"}},
        {"resourceType": "ImmunizationRecommendation", "id": "i", "date": "2026-01-01",
         "patient": {"reference": "Patient/p"}, "recommendation": [
          {"vaccineCode": [{"text": "Shingles"}], "forecastStatus": {"text": "due"},
           "dateCriterion": [{"code": {"text": "due"}, "value": "2027-01-15"}]},
          {"vaccineCode": [{"text": "Tdap"}], "forecastStatus": {"text": "complete"}},
          {"vaccineCode": [{"text": "RSV"}], "forecastStatus": {"text": "overdue"}}]}
        """);
    assertThat(record.entries(CareItem.Due.class))
        .extracting(due -> due.source() + " " + due.label() + " "
            + (due.date() == null ? "-" : due.date().text()))
        .containsExactly(
            "ServiceRequest/s1 Eye exam 2026-12",
            "ImmunizationRecommendation/i Shingles 2027-01-15",
            "ImmunizationRecommendation/i#2 RSV -");
  }

  @Test
  void leavesOutWhatWasEnteredInErrorAndSaysWhatCouldNotBeRead() {
    PatientRecord record = read("""
        {"resourceType": "Goal", "id": "g", "lifecycleStatus": "entered-in-error",
         "description": {"text": "Gone"}},
        {"resourceType": "Encounter", "id": "e", "status": "cancelled", "class": {"code": "AMB"}},
        {"resourceType": "MedicationDispense", "id": "m", "status": "stopped",
         "medicationCodeableConcept": {"text": "Aspirin"}},
        {"resourceType": "CarePlan", "id": "c", "status": 7}
        """);
    assertThat(record.entries(CareItem.class)).isEmpty();
    assertThat(record.incomplete()).containsExactly(RecordPart.PLANS);
  }

  private static Medication medicine(String label) {
    return DANA.entries(Medication.class).stream()
        .filter(entry -> entry.label().equals(label))
        .findFirst()
        .orElseThrow();
  }

  private static PatientRecord read(String resources) {
    StringBuilder entries = new StringBuilder();
    for (String resource : resources.split("(?<=\\}),\\s*(?=\\{\"resourceType\")")) {
      entries.append(", {\"resource\": ").append(resource).append('}');
    }
    String bundle = """
        {"resourceType": "Bundle", "type": "collection", "entry": [
          {"resource": {"resourceType": "Patient", "id": "p", "name": [{"family": "Doe"}]}}
          %s]}
        """.formatted(entries);
    var result = BundleReader.read("a.json", bundle.getBytes(StandardCharsets.UTF_8));
    return Objects.requireNonNull(result.record(), () -> result.problems().toString());
  }
}
