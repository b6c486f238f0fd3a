package org.healthassistant.assistant.answer.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.healthassistant.assistant.words.PatientWords;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hiiii | hello",
        "Helo there!! | hello",
        "buenas tardes | hello",
        "thnak you so much for your help 🙏 | thanks",
        "Grasias por todo | thanks",
        "🙏❤️ | thanks",
        "👍 | all-right",
        "ok bye | bye",
        "this is useless!!! | useless",
        "you dont understand me | useless",
        "esto no sirve para nada | useless",
        "👎 | useless",
        "that was very helpful, thanks | praise",
        "me ayudó mucho, gracias | praise",
        "are u a robot? | robot",
        "¿eres una persona real? | robot",
        "who made you | who",
        "¿cómo te llamas? | who",
        "are you a docter? | doctor",
        "how old are you? | age",
        "¿Cuántos años tienes? | age",
        "hi, I need to make an apointment please | appointment",
        "can i schedule an appt with dr smith next tuesday at 3 | appointment",
        "quiero sacar una cita para mi hijo | appointment",
        "reschedule my appointment on friday | change",
        "necesito cambiar mi cita del lunes | change",
        "pls cancel my appointmnet tomorrow | cancel",
        "no puedo ir a mi cita mañana | cancel",
        "I need a refill of my metformin | refill",
        "can you refill my prescription | refill",
        "necesito resurtir mi receta | refill",
        "I have a question about my bill | bill",
        "why was I charged twice | bill",
        "no entiendo mi factura | bill",
        "do you take medicaid? | insurance",
        "¿aceptan mi seguro? | insurance",
        "I need a copy of my medical records | records",
        "can you fill out my FMLA form | records",
        "i need a doctor's note for work | letter",
        "necesito un justificante médico para el trabajo | letter",
        "I need a referral to a dermatologist | referral",
        "necesito un referido al cardiólogo | referral",
        "where are my lab results | results",
        "¿ya están listos mis resultados? | results",
        "what are your hours on saturday | place",
        "¿cuál es la dirección de la clínica? | place",
        "where can I park | place",
        "what can you do? | can-do",
        "¿en qué me puede ayudar? | can-do",
        "what do you know about me | about-me",
        "¿qué sabes de mí? | about-me",
        "where did you get this? | sources",
        "¿de dónde sacó eso? | sources",
        "thats wrong | wrong",
        "eso no es cierto | wrong",
        "delete all my data please | delete",
        "borre mis datos | delete",
        "new chat | new-chat",
        "español por favor | spanish",
        "in english please | english",
        "can you say it in simpler words | simpler",
        "no entiendo | simpler",
        "too long | shorter",
        "más corto por favor | shorter",
        "tell me more | more",
        "dígame más | more",
      })
  void hearsWhatAWholeMessageAsksFor(String message, String said) {
    assertThat(Requests.BUILT_IN.in(message).map(Request::said).orElse("-")).isEqualTo(said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "can I refill my inhaler early",
        "appointment for chest pain",
        "I need an appointment, my chest hurts",
        "bill has a cough",
        "hi bill",
        "hi, what can I eat with diabetes?",
        "thanks, and what about at night?",
        "what is an a1c",
        "when is my next appointment",
        "what do my results mean",
        "what can I do about my cough",
        "are you supposed to take it with food",
        "is it wrong to skip breakfast",
        "can I take more",
        "should I change my dose",
        "cancel my insulin?",
        "how long does a cold last",
        "how old should my baby be to eat honey",
        "is there insurance against the flu",
        "tengo fiebre y me siento mal",
        "¿puedo cambiar mi medicina?",
        "no puedo dormir",
        "me duele la cabeza, gracias",
        "¿qué es la presión alta?",
        "my letter says my cholesterol is high",
        "¿es seguro tomar ibuprofeno?",
        "I want to stop taking my pills",
        "does it close up by itself",
        "short of breath",
        "I feel terrible",
        "I feel awful today",
        "me siento horrible",
        "i hate myself",
      })
  void leavesQuestionsAlone(String message) {
    assertThat(Requests.BUILT_IN.in(message)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void hasASentenceForEachRequest(Language language) {
    Set<String> ofTheAnswerBefore = Set.of("shorter", "more");
    assertThat(new PatientWords().group("answer.request", language))
        .containsKeys(Requests.BUILT_IN.all().stream()
            .filter(said -> !ofTheAnswerBefore.contains(said))
            .toArray(String[]::new));
  }

  @Test
  void isSpokenToInTheLanguageThatIsAskedFor() {
    assertThat(Requests.BUILT_IN.in("habla español?").flatMap(Request::in))
        .contains(Language.SPANISH);
  }
}
