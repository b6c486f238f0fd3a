package org.healthassistant.assistant.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.healthassistant.assistant.answer.Answer.Action;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What an answer depends on is asked back, and the answer follows from the reply.
class ContextConversationTest {

  private static AnswerRooms rooms;
  private final List<Exchange> talk = new ArrayList<>();
  private Language language = Language.ENGLISH;

  @BeforeAll
  static void open() {
    rooms = new AnswerRooms();
  }

  @AfterAll
  static void close() {
    rooms.close();
  }

  /// What is asked of somebody of whom no record tells, what the reply is, and what the answer
  /// then has to say.
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      en | can i take ibuprofen                    | pregnant or breastfeeding?  | pregnant         | week 20 of pregnancy
      en | can i take benadryl                     | How old                     | 72               | in older adults
      en | can i take benadryl                     | How old                     | 65 years or more | in older adults
      en | can i take benadryl                     | How old                     | im 72            | in older adults
      en | can i take benadryl                     | How old                     | not sure         | what holds for most people
      en | how much tylenol can i give my son      | How old                     | 8 months         | baby
      en | can i give my 2 month old tylenol       |                             |                  | 12 weeks
      en | i have heartburn what helps             | How long                    | 3 weeks          | after 2 weeks of medicine
      en | i have heartburn what helps             | How long                    | idk              | what holds for most people
      es | puedo tomar ibuprofeno                  | embarazada o da pecho?      | estoy embarazada | embaraz
      es | puedo tomar ibuprofeno                  | embarazada o da pecho?      | no sé            | la mayoría de las personas
      es | tengo agruras que hago                  | cuánto tiempo               | 2 semanas        | tras 2 semanas
      es | cuanto acetaminofen le doy a mi hija    | Qué edad                    | tiene 8 meses    | bebé
      """)
  void asksBackAndAnswersByTheReply(
      String tag, String question, String asked, String reply, String told) {
    language = Language.required(tag);
    Answer answer = say(question);
    if (asked != null) {
      assertThat(answer.action()).as(text(answer)).isEqualTo(Action.CLARIFY);
      assertThat(text(answer)).contains(asked);
      assertThat(answer.suggestions()).hasSizeBetween(3, 6);
      answer = say(reply);
    }
    assertThat(answer.action()).as(text(answer)).isEqualTo(Action.ANSWER);
    assertThat(text(answer)).containsIgnoringCase(told);
    assertThat(answer.citations()).isNotEmpty();
  }

  /// A yes to "pregnant or breastfeeding?" does not say which, so that is asked.
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      en | can i take ibuprofen    | yes | Which of the two | pregnant      | week 20 of pregnancy | most people
      en | can i take ibuprofen    | yes | Which of the two | breastfeeding | ibuprofen            | you are pregnant
      en | can i take ibuprofen    | yes | Which of the two | yes           | ibuprofen            | you are pregnant
      en | can i take ibuprofen    | yes | Which of the two | not sure      | ibuprofen            | you are pregnant
      es | puedo tomar ibuprofeno  | sí  | Cuál de las dos  | doy pecho     | ibuprofeno           | está embarazada
      es | puedo tomar ibuprofeno  | si  | Cuál de las dos  | no sé         | ibuprofeno           | está embarazada
      """)
  void asksWhichOfTwoABareYesMeans(
      String tag,
      String question,
      String yes,
      String asked,
      String reply,
      String told,
      String never) {
    language = Language.required(tag);
    say(question);
    Answer which = say(yes);
    assertThat(which.action()).as(text(which)).isEqualTo(Action.CLARIFY);
    assertThat(text(which)).contains(asked);

    Answer answer = say(reply);
    assertThat(answer.action()).as(text(answer)).isEqualTo(Action.ANSWER);
    assertThat(text(answer)).containsIgnoringCase(told).doesNotContain(never);
  }

  /// What was told, in the message or before it, is not asked again.
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      en |                                       | can i take benadryl, i am 70                          | in older adults
      en | i am 70                               | can i take benadryl                                   | in older adults
      en |                                       | how much tylenol can i give my 3 year old              | child
      en | my 3 year old has a cold              | how much tylenol can i give my son                     | child
      en |                                       | I'm 8 weeks pregnant, can i take ibuprofen             | pregnan
      en |                                       | i have had heartburn since tuesday what helps          |
      en | i have had heartburn since tuesday    | i have heartburn what helps                            |
      es |                                       | tengo 70, puedo tomar benadryl                         |
      es | tengo 70 años                         | puedo tomar benadryl                                   |
      es |                                       | tengo 8 semanas de embarazo, puedo tomar ibuprofeno    | embaraz
      es |                                       | tengo agruras desde el martes que hago                 |
      es | tengo agruras desde el martes         | tengo agruras que hago                                 |
      """)
  void asksNothingThatWasTold(String tag, String before, String question, String told) {
    language = Language.required(tag);
    if (before != null) {
      say(before);
    }
    Answer answer = say(question);
    assertThat(answer.action()).as(text(answer)).isNotEqualTo(Action.CLARIFY);
    assertThat(text(answer)).containsIgnoringCase(told == null ? "" : told);
  }

  @Test
  void asksNothingThatTheRecordHolds() {
    Answer answer = rooms
        .desk()
        .answer(AnswerRooms.asking(
            rooms.rooms.patient("dana-whitfield"), language, "can i take ibuprofen", talk));

    assertThat(answer.action()).as(text(answer)).isEqualTo(Action.ANSWER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "what is ibuprofen",
        "can i take ibuprofen while pregnant",
        "is ibuprofen ok for kids",
        "can my husband take ibuprofen"
      })
  void asksForNoPregnancyWhereItIsToldOrDoesNotMatter(String text) {
    assertThat(text(say(text))).doesNotContain("pregnant or breastfeeding?");
  }

  @Test
  void hearsAnotherQuestionInPlaceOfAReply() {
    say("can i take ibuprofen");
    Answer other = say("what foods have iron");

    assertThat(other.action()).isEqualTo(Action.ANSWER);
    assertThat(text(other)).contains("iron").doesNotContain("most people");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      en | what is gout                | quiz me                    | in your own words: | it is too much uric acid | what the article says
      en | what is gout                | ask me a question to see if i got it | in your own words: | crystals in the joint | what the article says
      es | que es la gota              | hazme una pregunta para ver si entendi | con sus palabras: | cristales en los huesos | esto dice el artículo
      """)
  void asksToBeToldInOwnWordsAndShowsTheArticleAgain(
      String tag, String question, String request, String asked, String told, String again) {
    language = Language.required(tag);
    String explained = text(say(question));
    Answer back = say(request);
    assertThat(back.action()).as(text(back)).isEqualTo(Action.CLARIFY);
    assertThat(text(back)).contains(asked);

    Answer shown = say(told);
    assertThat(text(shown)).contains(again).contains(explained.split("\\. ")[0]);
    assertThat(shown.citations()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      en | what is gout   | quiz me                                | i have a runny nose
      es | que es la gota | hazme una pregunta para ver si entendi | tengo diarrea desde ayer
      """)
  void answersAnotherComplaintInPlaceOfARetelling(
      String tag, String question, String request, String other) {
    language = Language.required(tag);
    String explained = text(say(question));
    assertThat(say(request).action()).isEqualTo(Action.CLARIFY);

    assertThat(text(say(other))).doesNotContain(explained.split("\\. ")[0]);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      en | what is gout   | quiz me                                | no thanks
      en | what is gout   | quiz me                                | not now
      es | que es la gota | hazme una pregunta para ver si entendi | no gracias
      es | que es la gota | hazme una pregunta para ver si entendi | ahora no
      """)
  void takesANoForNoRetelling(String tag, String question, String request, String no) {
    language = Language.required(tag);
    say(question);
    assertThat(say(request).action()).isEqualTo(Action.CLARIFY);

    Answer answer = say(no);
    assertThat(answer.action()).isEqualTo(Action.ANSWER);
    assertThat(answer.citations()).as(text(answer)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      en | what is gout   | what should i ask my doctor     | to your visit | gout
      es | que es la gota | que le pregunto al doctor       | a su cita     | gota
      """)
  void givesTheArticlesQuestionsForAVisit(
      String tag, String question, String request, String opening, String about) {
    language = Language.required(tag);
    say(question);
    Answer answer = say(request);
    assertThat(text(answer)).contains(opening).contains("?").containsIgnoringCase(about);
    assertThat(answer.citations()).hasSize(1);
  }

  @Test
  void saysThatItHasNothingRatherThanChangeTheSubject() {
    say("what foods should i avoid with warfarin");
    Answer answer = say("and for kids?");
    assertThat(answer.citations().toString()).doesNotContainIgnoringCase("vaccine");
  }

  private Answer say(String text) {
    Subject subject = rooms.rooms.bean(Subjects.class).ensurePatient("nobody-known");
    Answer answer = rooms.desk().answer(AnswerRooms.asking(subject, language, text, talk));
    talk.add(new Exchange(text, answer.action() == Action.CLARIFY ? text(answer) : ""));
    return answer;
  }

  private static String text(Answer answer) {
    return answer.sentences().stream().map(AnswerSentence::text).collect(Collectors.joining(" "));
  }
}
