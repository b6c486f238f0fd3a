package org.healthassistant.assistant.record.told;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.healthassistant.assistant.record.SampleRecord;
import org.healthassistant.assistant.record.terms.Wording;
import org.healthassistant.assistant.record.told.RecordQuestion.Part;
import org.healthassistant.connector.record.Allergy;
import org.healthassistant.connector.record.Allergy.Kind;
import org.healthassistant.connector.record.Appointment;
import org.healthassistant.connector.record.Code;
import org.healthassistant.connector.record.Condition;
import org.healthassistant.connector.record.Condition.ClinicalStatus;
import org.healthassistant.connector.record.Condition.Verification;
import org.healthassistant.connector.record.Dose;
import org.healthassistant.connector.record.Entry;
import org.healthassistant.connector.record.Medication;
import org.healthassistant.connector.record.PartialDate;
import org.healthassistant.connector.record.PatientRecord;
import org.healthassistant.connector.record.RecordPart;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListsTest {

  /// 10 in the morning of 24 November in Denver.
  private static final Instant NOW = Instant.parse("2026-11-24T17:00:00Z");

  private static final ZoneId DENVER = ZoneId.of("America/Denver");

  @Nested
  class Appointments {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "2026-12-10T02:15:00Z | You have an appointment on 9 December 2026 at 7:15 PM: Eye exam.",
          "2026-12-10T00:00:00Z | You have an appointment on 9 December 2026 at 5:00 PM: Eye exam.",
          "2026-12-10T07:00:00Z | You have an appointment on 10 December 2026: Eye exam.",
          "2026-12-10T13:00:00+09:00 | You have an appointment on 9 December 2026 at 9:00 PM: Eye"
              + " exam."
        })
    void areToldInTheZoneOfTheClinic(String start, String told) {
      assertThat(texts(Part.APPOINTMENTS, visit(start, "booked"))).containsExactly(told);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "2026-12-10T02:15:00Z | Tiene una cita el 9 de diciembre de 2026 a las 7:15",
          "2026-12-10T20:30:00Z | Tiene una cita el 10 de diciembre de 2026 a la 1:30"
        })
    void areToldInSpanishWithSpanishTimes(String start, String told) {
      assertThat(lists(Language.SPANISH)
              .tell(SampleRecord.with(List.of(visit(start, "booked"))), Part.APPOINTMENTS)
              .getFirst()
              .text())
          .startsWith(told)
          .doesNotContain("PM")
          .contains("p.");
    }

    @Test
    void ofTodayAreToComeOnlyUntilTheyBegin() {
      assertThat(texts(
              Part.APPOINTMENTS,
              visit("2026-11-24T16:30:00Z", "booked"),
              visit("2026-11-24T18:00:00Z", "booked"),
              visit("2026-11-24T07:00:00Z", "booked")))
          .containsExactly(
              "You have an appointment on 24 November 2026: Eye exam.",
              "You have an appointment on 24 November 2026 at 11:00 AM: Eye exam.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pending", "proposed"})
    void thatAreNotAgreedAreToldAsSuch(String status) {
      assertThat(texts(Part.APPOINTMENTS, visit("2026-12-10T18:00:00Z", status)))
          .containsExactly(
              "A visit on 10 December 2026 at 11:00 AM is not confirmed yet: Eye exam.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancelled", "noshow", "fulfilled", "waitlist"})
    void thatWillNotBeAreNotTold(String status) {
      assertThat(texts(Part.APPOINTMENTS, visit("2026-12-10T18:00:00Z", status)))
          .isEmpty();
    }

    private static Appointment visit(String start, String status) {
      return new Appointment(
          "Appointment/" + start,
          List.of(),
          "Eye exam",
          OffsetDateTime.parse(start),
          null,
          status,
          null,
          null);
    }
  }

  @Nested
  class Allergies {

    @Test
    void saysThatNoneIsKnownOnlyOfTheKindNamed() {
      assertThat(texts(Part.ALLERGIES, none(Kind.FOOD)))
          .containsExactly("Your record says that no food allergies are known.");
      assertThat(texts(Part.ALLERGIES, none(Kind.LATEX)))
          .containsExactly("Your record says that no latex allergy is known.");
      assertThat(texts(Part.ALLERGIES, none()))
          .containsExactly("Your record says that no allergies are known.");
    }

    @Test
    void saysThatNoneIsKnownOnlyBesideNoRealOneOfThatKind() {
      Allergy shellfish = real("Shellfish", Verification.CONFIRMED, Kind.FOOD);
      Allergy untold = real("Bananas", Verification.CONFIRMED);
      assertThat(texts(Part.ALLERGIES, none(), shellfish))
          .containsExactly("Your allergy list shows Shellfish.");
      assertThat(texts(Part.ALLERGIES, none(Kind.FOOD), shellfish))
          .containsExactly("Your allergy list shows Shellfish.");
      assertThat(texts(Part.ALLERGIES, none(Kind.FOOD), untold))
          .containsExactly("Your allergy list shows Bananas.");
      assertThat(texts(Part.ALLERGIES, none(Kind.MEDICINE), shellfish))
          .containsExactly(
              "Your allergy list shows Shellfish.",
              "Your record says that no allergies to medicines are known.");
    }

    @Test
    void saysThatNoneIsKnownOnlyWhereEverythingWasRead() {
      PatientRecord cut = new PatientRecord(
          SampleRecord.with(List.of()).person(),
          List.of(none()),
          null,
          Set.of(RecordPart.ALLERGIES));
      assertThat(lists(Language.ENGLISH).tell(cut, Part.ALLERGIES)).isEmpty();
    }

    @Test
    void marksWhatIsNotConfirmed() {
      assertThat(texts(Part.ALLERGIES, real("Amoxicillin", Verification.UNCONFIRMED)))
          .containsExactly("Your allergy list shows Amoxicillin, which is not confirmed.");
    }

    private static Allergy none(Kind... kinds) {
      return allergy("No known allergy", true, Verification.UNKNOWN, kinds);
    }

    private static Allergy real(String label, Verification verification, Kind... kinds) {
      return allergy(label, false, verification, kinds);
    }

    private static Allergy allergy(
        String label, boolean none, Verification verification, Kind... kinds) {
      return new Allergy(
          "AllergyIntolerance/" + label,
          List.of(),
          label,
          label,
          null,
          null,
          none,
          true,
          null,
          verification,
          Set.of(kinds));
    }
  }

  @Nested
  class Conditions {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Family history of glaucoma",
          "Antecedentes familiares de diabetes",
          "Part-time employment (finding)",
          "Housing unsatisfactory (finding)",
          "At risk of falls"
        })
    void leavesOutWhatIsNoConditionOfThePatient(String label) {
      assertThat(texts(Part.CONDITIONS, condition(label, Verification.CONFIRMED, null)))
          .isEmpty();
    }

    @Test
    void leavesOutWhatIsOnlyPossibleAndMarksWhatIsNotConfirmed() {
      assertThat(texts(
              Part.CONDITIONS,
              condition("Pulmonary embolism", Verification.DIFFERENTIAL, null),
              condition("Lupus", Verification.PROVISIONAL, null),
              condition("Rule out celiac disease", Verification.UNKNOWN, null)))
          .containsExactly(
              "Your record lists Lupus, which is not confirmed.",
              "Your record lists Rule out celiac disease, which is not confirmed.");
    }

    @Test
    void leavesOutWhatIsOver() {
      assertThat(texts(
              Part.CONDITIONS,
              condition("Pregnancy", Verification.CONFIRMED, "2021-04"),
              condition("Sprained ankle", Verification.CONFIRMED, "2026-11-24"),
              condition("Asthma", Verification.CONFIRMED, "2027")))
          .containsExactly("Your record lists Asthma.");
    }

    @Test
    void tellsTheProblemAndTheDiagnosisOfAVisitOnce() {
      Code gout = Code.snomed("90560007");
      assertThat(texts(
              Part.CONDITIONS,
              SampleRecord.condition("Gout", ClinicalStatus.ACTIVE, gout),
              SampleRecord.condition("Gout (disorder)", ClinicalStatus.UNKNOWN, gout),
              SampleRecord.condition("GOUT", ClinicalStatus.ACTIVE)))
          .hasSize(1);
    }

    @Test
    void tellsEveryOneOfALongList() {
      Entry[] many = new Entry[40];
      for (int i = 0; i < many.length; i++) {
        many[i] = SampleRecord.condition("Condition number " + i, ClinicalStatus.ACTIVE);
      }
      assertThat(texts(Part.CONDITIONS, many)).hasSize(40);
    }

    private static Condition condition(
        String label, Verification verification, @Nullable String ended) {
      return new Condition(
          "Condition/" + label,
          List.of(),
          label,
          ClinicalStatus.UNKNOWN,
          verification,
          null,
          null,
          ended == null ? null : PartialDate.parse(ended));
    }
  }

  @Nested
  class Medicines {

    @Test
    void tellsRenewedOrdersOnceByTheNewest() {
      assertThat(texts(
              Part.MEDICINES,
              order("Lisinopril 10 MG", "1 tablet daily", "2024-01-01", null),
              order("Lisinopril 10 MG", "2 tablets daily", "2026-01-01", null),
              order("Lisinopril 10 MG", "1 tablet daily", "2025-01-01", null)))
          .containsExactly("Your medicine list shows Lisinopril 10 MG: 2 tablets daily.");
    }

    @Test
    void tellsTwoDosesOfOneDayBoth() {
      assertThat(texts(
              Part.MEDICINES,
              order("Insulin", "10 units at breakfast", "2026-01-01", null),
              order("Insulin", "6 units at dinner", "2026-01-01", null)))
          .hasSize(2);
    }

    @Test
    void leavesOutWhatHasEnded() {
      assertThat(texts(
              Part.MEDICINES,
              order("Naproxen", null, "2013-01-01", "2013-06"),
              order("Losartan", null, "2026-01-01", "2026-11-24")))
          .containsExactly("Your medicine list shows Losartan.");
    }

    @Test
    void writesACodedDose() {
      Medication coded = new Medication(
          "MedicationRequest/c",
          List.of(),
          "Metformin",
          Medication.Status.ACTIVE,
          Medication.Kind.ORDER,
          false,
          null,
          null,
          null,
          List.of(new Dose("500 mg", "oral", 2, BigDecimal.ONE, "d", List.of("PC"), false)));
      assertThat(texts(Part.MEDICINES, coded))
          .containsExactly(
              "Your medicine list shows Metformin: 500 mg, by mouth, 2 times a day, after meals.");
      assertThat(lists(Language.SPANISH)
              .tell(SampleRecord.with(List.of(coded)), Part.MEDICINES)
              .getFirst()
              .text())
          .isEqualTo("En su lista de medicinas está Metformin: 500 mg, por la boca, 2 veces al día,"
              + " después de comer.");
    }

    @ParameterizedTest
    @CsvSource({
      "1 tablet, 1 tableta",
      "2 Tablets, 2 tabletas",
      "10 units, 10 unidades",
      "2 puffs, 2 inhalaciones",
      "1 drop, 1 gota",
      "5 mL, 5 mL"
    })
    void saysADosesUnitInTheReadersLanguage(String amount, String spanish) {
      Medication coded = new Medication(
          "MedicationRequest/c",
          List.of(),
          "X",
          Medication.Status.ACTIVE,
          Medication.Kind.ORDER,
          false,
          null,
          null,
          null,
          List.of(new Dose(amount, null, 1, BigDecimal.ONE, "d", List.of(), false)));
      assertThat(lists(Language.SPANISH)
              .tell(SampleRecord.with(List.of(coded)), Part.MEDICINES)
              .getFirst()
              .text())
          .contains(": " + spanish + ", ");
    }

    @Test
    void takesNothingInALabelForAPlaceToFill() {
      assertThat(texts(Part.MEDICINES, order("Vitamin {dosage} {name}", null, "2026-01-01", null)))
          .containsExactly("Your medicine list shows Vitamin {dosage} {name}.");
    }

    private static Medication order(
        String label, @Nullable String dosage, String date, @Nullable String ended) {
      return new Medication(
          "MedicationRequest/" + label + date,
          List.of(Code.rxnorm("code of " + label)),
          label,
          Medication.Status.ACTIVE,
          Medication.Kind.ORDER,
          false,
          dosage,
          PartialDate.parse(date),
          ended == null ? null : PartialDate.parse(ended),
          List.of());
    }
  }

  private static List<String> texts(Part part, Entry... entries) {
    return lists(Language.ENGLISH).tell(SampleRecord.with(List.of(entries)), part).stream()
        .map(Told::text)
        .toList();
  }

  private static Lists lists(Language language) {
    return new Lists(Wording.of(language), NOW, DENVER);
  }
}
