package org.healthassistant.assistant.record.spoken;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is taken for a reading of the writer, and for when.
class ToldReadingReaderTest {

  private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-30T17:20:30Z");

  private static List<ToldReading> read(String text) {
    return ToldReadingReader.read(text, NOW);
  }

  private static String told(String text) {
    return String.join(
        "; ",
        read(text).stream()
            .map(one -> one.text(Language.ENGLISH, ZoneOffset.UTC))
            .toList());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      my blood pressure was 150 over 95 this morning | blood pressure 150/95 mmHg (30 November 2026, 8:00 AM)
      bp 150/95 | blood pressure 150/95 mmHg (30 November 2026, 5:20 PM)
      128/82 today | blood pressure 128/82 mmHg (30 November 2026, 5:20 PM)
      mi presión salió 150 con 95 anoche | blood pressure 150/95 mmHg (29 November 2026, 9:00 PM)
      tengo la presión en 15/9 | blood pressure 150/90 mmHg (30 November 2026, 5:20 PM)
      mi azúcar 214 en ayunas | blood sugar 214 mg/dL (30 November 2026, 5:20 PM)
      my sugar was 11.9 mmol at 7 am | blood sugar 11.9 mmol/L (30 November 2026, 7:00 AM)
      my sugar at 7:30 was 140 | blood sugar 140 mg/dL (30 November 2026, 7:30 AM)
      I weigh 182 lbs | weight 182 lb (30 November 2026, 5:20 PM)
      hoy pesé 82,5 kilos | weight 82.5 kg (30 November 2026, 5:20 PM)
      pulse was 88 two hours ago | heart rate 88 beats/min (30 November 2026, 3:20 PM)
      mi pulso es 72 hace 3 horas | heart rate 72 beats/min (30 November 2026, 2:20 PM)
      my temp is 101.2 | body temperature 101.2 °F (30 November 2026, 5:20 PM)
      tengo fiebre de 38.5 | body temperature 38.5 °C (30 November 2026, 5:20 PM)
      oxygen level is 96% | oxygen level 96% (30 November 2026, 5:20 PM)
      mi oxígeno está en 95 | oxygen level 95% (30 November 2026, 5:20 PM)
      yesterday evening my bp was 140/90 | blood pressure 140/90 mmHg (29 November 2026, 9:00 PM)
      my bp was 140/90 at 9 pm | blood pressure 140/90 mmHg (29 November 2026, 9:00 PM)
      mi presión a las 7 de la mañana fue 130/80 | blood pressure 130/80 mmHg (30 November 2026, 7:00 AM)
      my bp was 150/95 is that bad? | blood pressure 150/95 mmHg (30 November 2026, 5:20 PM)
      """)
  void readsWhatIsSurelyTold(String text, String expected) {
    assertThat(told(text)).isEqualTo(expected);
  }

  @Test
  void readsSeveralThingsOfOneMessage() {
    assertThat(told("bp 130/80, pulse 72 and my oxygen is 97%"))
        .contains("130/80 mmHg")
        .contains("72 beats/min")
        .contains("97%");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my mom's blood pressure was 150/95",
        "la presión de mi mamá salió 150/95",
        "is 150/95 high?",
        "what if my sugar is 300",
        "my goal is 120/80",
        "my bp should be 120/80",
        "my sugar is about 150",
        "mi azúcar está como en 150",
        "my bp is usually 130/80",
        "last week my bp was 150/95",
        "hace dos semanas mi presión era 150/95",
        "my bp was 150/95 and then 140/90",
        "my bp was 150/95 this morning and tonight",
        "my sugar medicine is metformin 500 mg",
        "I weigh 182",
        "my oxygen is 35",
        "my blood pressure was not 150/95",
        "I gained 5 pounds",
        "my A1c is 7.9",
        "my bp medicine is lisinopril 10",
        "call me at 555 123 4567",
        "my sugar is over 200",
        "my sugar is 214 mmol",
        ""
      })
  void leavesAloneWhatIsNot(String text) {
    assertThat(read(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "OFFERED, yes, KEPT",
    "OFFERED, 'Yes, keep it', KEPT",
    "OFFERED, Sí, KEPT",
    "OFFERED, 'sí, guárdelo', KEPT",
    "OFFERED, no, DECLINED",
    "OFFERED, 'No, gracias', DECLINED",
    "OFFERED, Change, CHANGED",
    "OFFERED, cambiar, CHANGED",
    "OFFERED, eso está mal, CHANGED",
    "OFFERED, yes but my chest hurts, LAPSED",
    "OFFERED, what can I eat, LAPSED",
    "KEPT, undo, UNDONE",
    "KEPT, Deshacer, UNDONE",
    "KEPT, yes, ",
    "DECLINED, yes, ",
    "LAPSED, yes, ",
    "UNDONE, undo, ",
  })
  void hearsOnlyPlainAnswers(ToldOffer.State before, String text, ToldOffer.State expected) {
    assertThat(ToldAnswer.to(before, text).orElse(null)).isEqualTo(expected);
  }
}
