package org.healthassistant.assistant.answer.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.healthassistant.assistant.record.told.RecordQuestion;
import org.healthassistant.assistant.record.told.RecordQuestion.Aspect;
import org.healthassistant.assistant.record.told.RecordQuestion.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordQuestionReaderTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private final RecordQuestionReader reader = new RecordQuestionReader(QuestionWords.BUILT_IN);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "what was my last potassium | MEASURE | LAST",
        "how many steps did I take this week | MEASURE | HOW",
        "how did I sleep | MEASURE | WHETHER",
        "how did I sleep this week | MEASURE | WHETHER",
        "resting heart rate this month | MEASURE | LAST",
        "am I getting fitter? | MEASURE | TREND",
        "cuántos pasos di esta semana | MEASURE | LAST",
        "cómo dormí esta semana | MEASURE | LAST",
        "whats my blod presure | MEASURE | LAST",
        "is my a1c going up | MEASURE | TREND",
        "is my potassium normal | MEASURE | IN_RANGE",
        "my last weight please | MEASURE | LAST",
        "¿cuánto peso? | MEASURE | LAST",
        "¿cuál fue mi último potasio? | MEASURE | LAST",
        "am i allergic to penicillin | ALLERGIES | WHETHER",
        "a que soy alergica | ALLERGIES | WHETHER",
        "who prescribed my lisinopril | MEDICINES | WHO",
        "how often do i take metformin | MEDICINES | HOW",
        "what do i take metformin for | MEDICINES | WHAT_FOR",
        "since when do I have asthma | CONDITIONS | SINCE",
        "when is my next appointment | APPOINTMENTS | LAST",
        "when was my last appointment | VISITS | LAST",
        "¿cuándo fue mi última cita? | VISITS | LAST",
        "what are my vital signs | VITALS | LAST",
        "show me my vital signs | VITALS | LAST",
        "¿cuáles son mis signos vitales? | VITALS | LAST",
        "¿cuáles son mis alergias? | ALLERGIES | LAST",
        "what did they do in my surgery | PROCEDURES | WHO",
        "who is on my care team | TEAM | LAST",
        "what are my care goals | GOALS | GOAL",
        "what is due | DUE | LAST",
        "when was my cardioversion | ANY | LAST",
        "what do you know about me? | EVERYTHING | LAST",
        "¿de dónde sacó eso? | SOURCES | LAST",
        "make me a visit sheet | SHEET | LAST"
      })
  void readsWhatIsAskedOfTheWritersRecord(String text, Part part, String aspect) {
    RecordQuestion question = reader.read(text, TODAY).orElseThrow();
    assertThat(question.part()).isEqualTo(part);
    if (!aspect.equals("WHO")) {
      assertThat(question.aspect()).isEqualTo(Aspect.valueOf(aspect));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "what is a normal potassium",
        "is metformin safe",
        "my mother's A1c is 9, is that bad",
        "mi hijo pesa 20 kilos, ¿está bien?",
        "what does a high creatinine mean",
        "how can I lower my blood pressure",
        "how do I get my a1c down",
        "can i take ibuprofen with my apixaban",
        "should I stop taking my lisinopril",
        "what are the side effects of my metformin",
        "¿puedo dejar de tomar mi metformina?",
        "¿cómo bajo mi presión?",
        "do I have diabetes",
        "do I have high cholesterol",
        "tengo diabetes?",
        "my blood pressure was 150 over 95 this morning",
        "my blood pressure is going up and I feel dizzy",
        "I weigh 250 pounds and my knees hurt",
        "my chest hurts really bad and my arm is numb",
        "why is my potassium high",
        "how often should I get my a1c checked",
        "what can I eat with type 2 diabetes?",
        "is my cough caused by lisinopril",
        "how do I make an appointment",
        "when should I go to the hospital for high blood pressure",
        "¿cuándo debo ir al hospital por presión alta?",
        "how do I use my inhaler",
        "how often do i need the hemoglobin a1c test",
        "how do i check my blood pressure at home",
        "are eggs bad for me if my LDL is high?",
        "¿cuánto debe ser mi colesterol?",
        "quit taking my zoloft cold turkey",
        "is the lab open sunday. need that a1c draw before my job physical",
        "when do I call my doctor about my blood pressure",
        "diabetes",
        "potassium",
        "thanks",
        "what vaccines should my son get",
        "I forgot my metformin, what do I do",
        "is it safe to get a flu shot with my allergies"
      })
  void leavesWhatIsGeneralAdviceOrSomebodyElses(String text) {
    assertThat(reader.read(text, TODAY)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "what was my creatinine in february | 2026-02-01 | 2026-02-28",
        "what was my creatinine in december | 2025-12-01 | 2025-12-31",
        "how did my weight change over the last 6 months | 2026-05-24 | -",
        "my weight since march 2025 | 2025-03-01 | -",
        "highest blood pressure i had this year? | 2026-01-01 | 2026-11-24",
        "did my a1c go down since last year | 2025-01-01 | -",
        "what was my a1c in 2024 | 2024-01-01 | 2024-12-31",
        "¿cómo cambió mi peso en los últimos tres meses? | 2026-08-24 | -",
        "have i lost weight since last summer | 2026-06-01 | -",
        "what is my weight | - | -"
      })
  void readsTheTimeThatIsAskedAbout(String text, LocalDate from, LocalDate to) {
    Optional<RecordQuestion> question = reader.read(text, TODAY);
    assertThat(question.orElseThrow().from()).isEqualTo(from);
    assertThat(question.orElseThrow().to()).isEqualTo(to);
  }

  @Test
  void takesTheLongerNameOfTwo() {
    assertThat(reader.read("my hemoglobin a1c please", TODAY).orElseThrow().measures())
        .containsExactly("a1c");
    assertThat(reader.read("what is my hemoglobin", TODAY).orElseThrow().measures())
        .containsExactly("hemoglobin");
    assertThat(reader.read("how are my kidneys doing", TODAY).orElseThrow().measures())
        .containsExactly("egfr", "creatinine", "uacr");
  }
}
