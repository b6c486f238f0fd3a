package org.healthassistant.assistant.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.healthassistant.assistant.patient.caregiver.CarePart;
import org.healthassistant.assistant.record.told.RecordQuestion;
import org.healthassistant.connector.record.Code;
import org.healthassistant.connector.record.Condition;
import org.healthassistant.connector.record.Entry;
import org.healthassistant.connector.record.Medication;
import org.healthassistant.connector.record.PatientRecord;
import org.healthassistant.connector.record.RecordPart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewerTest {

  private static final Condition GOUT =
      SampleRecord.condition("Gout", Condition.ClinicalStatus.ACTIVE);
  private static final Medication ALLOPURINOL =
      SampleRecord.medicine("Allopurinol 100 mg", Medication.Status.ACTIVE);

  @Test
  void showsThePatientAllAsItIs() {
    PatientRecord record = SampleRecord.with(List.of(GOUT, depression("Depression")));

    assertThat(Viewer.patient("s").seen(record)).isEqualTo(record);
  }

  @Test
  void showsACaregiverThePartsThatAreGiven() {
    PatientRecord seen = of(CarePart.MEDICINES).seen(SampleRecord.with(List.of(GOUT, ALLOPURINOL)));

    assertThat(seen.entries()).containsExactly(ALLOPURINOL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Major depression",
        "Trastorno depresivo",
        "HIV infection",
        "Opioid use disorder",
        "Pregnancy",
        "Embarazo",
        "Victim of intimate partner abuse"
      })
  void keepsBackWhatIsSensitiveByItsWords(String label) {
    assertThat(seen(depression(label))).isEmpty();
  }

  @Test
  void keepsBackWhatIsSensitiveByItsCode() {
    assertThat(seen(SampleRecord.condition(
            "Disorder",
            Condition.ClinicalStatus.ACTIVE,
            new Code("http://hl7.org/fhir/sid/icd-10-cm", "F32.1"))))
        .isEmpty();
  }

  @Test
  void keepsBackWhatItsSourceLabelled() {
    PatientRecord labelled = new PatientRecord(
        SampleRecord.with(List.of()).person(),
        List.of(GOUT),
        null,
        Set.of(),
        Set.of(GOUT.source()));

    assertThat(of(CarePart.CONDITIONS).seen(labelled).entries()).isEmpty();
    assertThat(of(CarePart.CONDITIONS, CarePart.SENSITIVE).seen(labelled).entries())
        .containsExactly(GOUT);
  }

  /// Whoever could tell by it that something was left out would know that there is something.
  @Test
  void tellsTheSameOfEveryPartWhetherSomethingWasLeftOutOrNot() {
    Viewer viewer = of(CarePart.CONDITIONS);

    assertThat(viewer.seen(SampleRecord.with(List.of(GOUT))))
        .isEqualTo(viewer.seen(SampleRecord.with(List.of(GOUT, depression("Depression")))))
        .satisfies(seen -> assertThat(seen.incomplete()).isEqualTo(RecordPart.all()));
  }

  @Test
  void answersOfAllOnlyToWhomAllIsGiven() {
    Viewer almost = Viewer.caregiver("s", EnumSet.complementOf(EnumSet.of(CarePart.SENSITIVE)));
    Viewer all = Viewer.caregiver("s", EnumSet.allOf(CarePart.class));

    assertThat(almost.mayAsk(RecordQuestion.Part.EVERYTHING)).isFalse();
    assertThat(almost.mayAsk(RecordQuestion.Part.MEDICINES)).isTrue();
    assertThat(all.mayAsk(RecordQuestion.Part.EVERYTHING)).isTrue();
    assertThat(of(CarePart.MESSAGES).seesAny()).isFalse();
  }

  private static List<Entry> seen(Entry entry) {
    return of(CarePart.CONDITIONS).seen(SampleRecord.with(List.of(entry))).entries();
  }

  private static Condition depression(String label) {
    return SampleRecord.condition(label, Condition.ClinicalStatus.ACTIVE);
  }

  private static Viewer of(CarePart... parts) {
    return Viewer.caregiver("s", Set.of(parts));
  }
}
