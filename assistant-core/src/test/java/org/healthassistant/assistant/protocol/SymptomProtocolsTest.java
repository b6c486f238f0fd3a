package org.healthassistant.assistant.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.safety.Screen;
import org.healthassistant.assistant.safety.Screening;
import org.healthassistant.assistant.words.PatientWords;
import org.healthassistant.connector.sms.Segmenter;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every path of every protocol that ships, in both languages: by number, by the words of a
/// choice, by what people say, by not knowing.
class SymptomProtocolsTest {

  private static final PatientWords WORDS = new PatientWords();
  private static final ProtocolWords TEXTS = new ProtocolWords(WORDS::group);
  private static final SymptomProtocols PROTOCOLS = SymptomProtocols.builtIn(WORDS::group);
  private static final int TEXT_SEGMENTS = 3;

  static List<Protocol> protocols() {
    return new ProtocolReader(TEXTS).read();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2",
        "2.",
        "2)",
        "twoo",
        "two",
        "dos",
        "la segunda",
        "option 2",
        "number two",
        "la 2"
      })
  void readsANumberHoweverItIsWritten(String answer) {
    Hearing.Ask asked = (Hearing.Ask) PROTOCOLS
        .begin("I have had a headache since yesterday", Optional.empty())
        .orElseThrow();

    assertThat(PROTOCOLS.hear(asked.progress(), answer))
        .isEqualTo(PROTOCOLS.hear(asked.progress(), "2"));
  }

  @Test
  void coversTwentyComplaintsAndTheFragment() {
    assertThat(protocols().stream().filter(one -> !one.fragment())).hasSizeGreaterThanOrEqualTo(20);
    assertThat(protocols().stream().filter(Protocol::fragment).map(Protocol::id))
        .containsExactly("fragment", "other-language");
  }

  @ParameterizedTest
  @MethodSource("protocols")
  void beginsByEveryWayOfStatingItInBothLanguages(Protocol protocol) {
    ways(protocol).forEach(said -> assertThat(protocolOf(said)).as(said).contains(protocol.id()));
  }

  @ParameterizedTest
  @MethodSource("protocols")
  void comesByNumberToTheHighestLevelThatWasAnswered(Protocol protocol) {
    walk(protocol, opening(protocol), (question, choice) -> number(question, choice));
  }

  @ParameterizedTest
  @MethodSource("protocols")
  void readsTheWordsOfAChoiceInEitherLanguage(Protocol protocol) {
    for (Language language : Language.values()) {
      walk(
          protocol,
          opening(protocol),
          (question, choice) -> TEXTS.choice(protocol, question, choice, language));
    }
  }

  @ParameterizedTest
  @MethodSource("protocols")
  void takesNotKnowingForTheCarefulBranch(Protocol protocol) {
    for (String unsure : List.of("no sé", "I'm not sure", "no estoy segura", "idk")) {
      Hearing hearing = opening(protocol);
      Level expected = Level.SELF_CARE;
      while (hearing instanceof Hearing.Ask ask) {
        Protocol.Question question = question(protocol, ask.progress());
        expected = Level.max(expected, question.ifUnsure());
        hearing = PROTOCOLS.hear(ask.progress(), unsure);
      }
      assertThat(level(hearing)).as(unsure).isGreaterThanOrEqualTo(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("protocols")
  void readsWhatPeopleSayAsThatChoiceOrAMoreUrgentOne(Protocol protocol) {
    for (Protocol.Question question : protocol.questions()) {
      for (Protocol.Choice choice : question.offered()) {
        for (String said : said(choice.says())) {
          Progress open =
              new Progress(protocol.id(), question.id(), Map.of(), SymptomProtocols.MOST_ASKED);
          Hearing hearing = PROTOCOLS.hear(open, said);
          assertThat(answered(hearing, question).map(Protocol.Choice::urgency))
              .as(protocol.id() + "." + question.id() + ": " + said)
              .hasValueSatisfying(
                  level -> assertThat(level.atLeast(choice.urgency())).isTrue());
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("protocols")
  void fitsThreeSegmentsInEitherLanguage(Protocol protocol) {
    for (Language language : Language.values()) {
      for (Protocol.Question question : protocol.questions()) {
        Prompt prompt = TEXTS.prompt(protocol, question, language);
        StringBuilder text = new StringBuilder(WORDS.say("turn.question.first", language));
        text.append(' ').append(prompt.question());
        for (int i = 0; i < prompt.choices().size(); i++) {
          text.append(' ')
              .append(i + 1)
              .append(": ")
              .append(prompt.choices().get(i))
              .append('.');
        }
        text.append(' ').append(WORDS.say("turn.question.number", language));
        assertThat(Segmenter.segment(text.toString()).segments())
            .as(text.toString())
            .isLessThanOrEqualTo(TEXT_SEGMENTS);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("protocols")
  void goesUpUnansweredAndNeverBelowWhatWasAnswered(Protocol protocol) {
    Hearing hearing = opening(protocol);
    while (hearing instanceof Hearing.Ask ask) {
      Disposition unanswered = PROTOCOLS.unanswered(ask.progress());
      assertThat(unanswered.level().atLeast(protocol.unanswered())).isTrue();
      assertThat(PROTOCOLS.hear(ask.progress(), "please stop asking"))
          .isInstanceOfSatisfying(
              Hearing.Left.class, left -> assertThat(left.disposition()).isEqualTo(unanswered));
      hearing = PROTOCOLS.hear(ask.progress(), "2");
    }
  }

  /// A press on a choice is a message too: what asks for nobody must not alarm by its words.
  @ParameterizedTest
  @MethodSource("protocols")
  void harmlessChoicesAreHarmlessToTheScreen(Protocol protocol) {
    Screen screen = Screen.builtIn();
    for (Protocol.Question question : protocol.questions()) {
      for (Protocol.Choice choice : question.offered()) {
        for (Language language : Language.values()) {
          String label = TEXTS.choice(protocol, question, choice, language);
          if (choice.urgency() == Level.SELF_CARE) {
            assertThat(screen.screen(Screening.of("m", label)).level())
                .as(label)
                .isEqualTo(Level.SELF_CARE);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "what causes headaches?",
        "how do I treat a sore throat",
        "is it normal to have a cough for two weeks?",
        "can I take ibuprofen for back pain?",
        "I used to have migraines",
        "I don't have a fever",
        "I no longer have a cough",
        "my headache went away",
        "I need a refill for my back pain pills",
        "people with anxiety often sleep badly",
        "¿qué es bueno para la tos?",
        "cómo se quita el dolor de cabeza",
        "no tengo fiebre",
        "fiebre no tengo",
        "ya no tengo tos",
        "si me duele la cabeza qué tomo",
        "necesito una cita por mi dolor de espalda",
        "what can I eat with type 2 diabetes?",
        "hello",
        "thank you",
        ""
      })
  void asksNothingOfQuestionsErrandsAndWhatIsNotThere(String text) {
    assertThat(PROTOCOLS.begin(text, Optional.empty())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      I have a really bad headache, what should I do?     | headache
      hi, my head has been hurting since yesterday        | headache
      dolor de cabeza                                     | headache
      headache since this morning                         | headache
      my 4 year old has a fever                           | child-fever
      mi hija de 2 años tiene calentura                   | child-fever
      I have a fever                                      | fever
      I'm 10 weeks pregnant and I am spotting             | pregnancy-bleeding
      estoy embarazada y tengo sangrado                   | pregnancy-bleeding
      I have a cough that is not getting better           | cough
      my husband has had a cough for two weeks            | cough
      me arde al orinar desde ayer                        | urinary
      I feel so sad all the time                          | low-mood
      me siento muy triste                                | low-mood
      I can't poop                                        | constipation
      """)
  void readsComplaintsAsPeopleWriteThem(String text, String protocol) {
    assertThat(protocolOf(text)).contains(protocol);
  }

  @Test
  void doesNotAskWhatTheMessageSays() {
    Hearing.Ask asked = begun("I have had a headache for 2 weeks");
    assertThat(asked.progress().question()).isEqualTo("signs");

    assertThat(PROTOCOLS.hear(asked.progress(), "none of these"))
        .isInstanceOfSatisfying(
            Hearing.Done.class,
            done -> assertThat(done.disposition().level()).isEqualTo(Level.ROUTINE));
  }

  @Test
  void asksOnceMoreWhatItDidNotUnderstandAndThenTakesTheCarefulBranch() {
    Hearing.Ask first = begun("I have a headache");
    Hearing.Ask again = (Hearing.Ask) PROTOCOLS.hear(first.progress(), "my cat is grey");
    assertThat(again.again()).isTrue();
    Hearing.Ask third = (Hearing.Ask) PROTOCOLS.hear(again.progress(), "grey cat");
    assertThat(third.progress().asked()).isEqualTo(SymptomProtocols.MOST_ASKED);

    assertThat(level(PROTOCOLS.hear(third.progress(), "blue cat"))).isEqualTo(Level.SAME_DAY);
  }

  @ParameterizedTest
  @CsvSource({
    "1 and 4, EMERGENCY", "option 4, SAME_DAY", "la 4, SAME_DAY", "el número 4, SAME_DAY",
    "4., SAME_DAY", "#4, SAME_DAY", "four, SAME_DAY", "cuatro, SAME_DAY",
    "'no, but I hit my head', SAME_DAY", "yes, SAME_DAY"
  })
  void readsNumbersAndTheMostUrgentOfSeveral(String answer, Level level) {
    Hearing hearing = PROTOCOLS.hear(begun("I have a headache for 2 days").progress(), answer);

    assertThat(level(hearing)).isEqualTo(level);
  }

  @Test
  void takesNumbersThatAreNotOfferedForNoAnswer() {
    Hearing hearing = PROTOCOLS.hear(begun("I have a headache").progress(), "9");

    assertThat(hearing)
        .isInstanceOfSatisfying(
            Hearing.Ask.class, ask -> assertThat(ask.again()).isTrue());
  }

  /// Goes every way through a protocol and compares the end with the table.
  private static void walk(Protocol protocol, Hearing from, Saying saying) {
    assertThat(walk(protocol, from, Level.SELF_CARE, 0, saying)).isPositive();
  }

  private static int walk(
      Protocol protocol, Hearing hearing, Level expected, int asked, Saying saying) {
    return switch (hearing) {
      case Hearing.Ask ask -> {
        assertThat(asked).isLessThan(SymptomProtocols.MOST_ASKED);
        Protocol.Question question = question(protocol, ask.progress());
        int ends = question.offered().isEmpty() ? 1 : 0;
        for (Protocol.Choice choice : question.offered()) {
          Hearing next = PROTOCOLS.hear(ask.progress(), saying.say(question, choice));
          assertThat(next).as(saying.say(question, choice)).isNotInstanceOf(Hearing.Aside.class);
          ends += walk(protocol, next, Level.max(expected, choice.urgency()), asked + 1, saying);
        }
        yield ends;
      }
      case Hearing.Done done -> {
        assertThat(done.disposition().level())
            .as(done.progress().answers().toString())
            .isEqualTo(expected);
        if (expected != Level.SELF_CARE) {
          assertThat(PROTOCOLS.because(done.progress(), Language.SPANISH)).isPresent();
        }
        yield 1;
      }
      case Hearing.Left left -> 0;
      case Hearing.Aside aside -> 0;
    };
  }

  private static Hearing opening(Protocol protocol) {
    String question = protocol.questions().getFirst().id();
    return new Hearing.Ask(new Progress(protocol.id(), question, Map.of(), 1), false);
  }

  private static Hearing.Ask begun(String text) {
    return (Hearing.Ask) PROTOCOLS.begin(text, Optional.empty()).orElseThrow();
  }

  private static Optional<String> protocolOf(String text) {
    return PROTOCOLS.begin(text, Optional.empty()).map(hearing -> switch (hearing) {
      case Hearing.Ask ask -> ask.progress().protocol();
      case Hearing.Done done -> done.progress().protocol();
      case Hearing.Left left -> left.progress().protocol();
      case Hearing.Aside aside -> "";
    });
  }

  private static List<String> ways(Protocol protocol) {
    Protocol.Complaint complaint = protocol.complaint();
    List<String> all = new ArrayList<>(said(complaint.whole()));
    for (Language language : Language.values()) {
      String also = complaint.also() == null
          ? ""
          : complaint.also().getOrDefault(language, List.of()).getFirst() + " ";
      String owner = language == Language.ENGLISH ? "i have a " : "tengo ";
      said(complaint.statement(), language).forEach(one -> all.add(also + one));
      said(complaint.symptom(), language).forEach(one -> all.add(also + owner + one));
    }
    return all;
  }

  private static List<String> said(
      @org.jspecify.annotations.Nullable Map<Language, List<String>> by) {
    return by == null ? List.of() : by.values().stream().flatMap(List::stream).toList();
  }

  private static List<String> said(
      @org.jspecify.annotations.Nullable Map<Language, List<String>> by, Language language) {
    return by == null ? List.of() : by.getOrDefault(language, List.of());
  }

  private static Protocol.Question question(Protocol protocol, Progress progress) {
    return protocol.questions().stream()
        .filter(one -> one.id().equals(progress.question()))
        .findFirst()
        .orElseThrow();
  }

  private static String number(Protocol.Question question, Protocol.Choice choice) {
    return Integer.toString(question.offered().indexOf(choice) + 1);
  }

  private static Optional<Protocol.Choice> answered(Hearing hearing, Protocol.Question question) {
    Progress progress = switch (hearing) {
      case Hearing.Ask ask -> ask.progress();
      case Hearing.Done done -> done.progress();
      case Hearing.Left left -> left.progress();
      case Hearing.Aside aside -> null;
    };
    return Optional.ofNullable(progress)
        .map(p -> p.answers().get(question.id()))
        .flatMap(question::choice);
  }

  private static Level level(Hearing hearing) {
    return switch (hearing) {
      case Hearing.Done done -> done.disposition().level();
      case Hearing.Left left -> left.disposition().level();
      case Hearing.Ask ask -> PROTOCOLS.unanswered(ask.progress()).level();
      case Hearing.Aside aside -> Level.SELF_CARE;
    };
  }

  /// How a choice is told.
  private interface Saying {
    String say(Protocol.Question question, Protocol.Choice choice);
  }
}
