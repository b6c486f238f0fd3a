package org.healthassistant.assistant.answer.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.healthassistant.assistant.answer.desk.StreamedReply.finish;
import static org.healthassistant.assistant.answer.desk.StreamedReply.piece;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.healthassistant.assistant.answer.Answer;
import org.healthassistant.assistant.answer.Answer.Mode;
import org.healthassistant.assistant.answer.AnswerDesk;
import org.healthassistant.assistant.answer.AnswerRooms;
import org.healthassistant.assistant.answer.AnswerSentence;
import org.healthassistant.assistant.answer.Disclosure;
import org.healthassistant.assistant.answer.Question;
import org.healthassistant.assistant.answer.evidence.EvidenceFinder;
import org.healthassistant.assistant.answer.evidence.OutOfScopeQuestions;
import org.healthassistant.assistant.answer.extractive.ExtractiveWriter;
import org.healthassistant.assistant.answer.grounding.GroundingCheck;
import org.healthassistant.assistant.answer.model.ModelWriter;
import org.healthassistant.assistant.answer.model.ModelWriterSettings;
import org.healthassistant.assistant.answer.model.WritingModel;
import org.healthassistant.assistant.answer.record.RecordAnswers;
import org.healthassistant.assistant.record.RecordDesk;
import org.healthassistant.assistant.store.ClinicalClock;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ModelWriterTest {

  private static final String ASKED = "what can I eat with type 2 diabetes?";
  private static final String GOOD =
      "Vegetables, fruit, beans, whole grains, fish and chicken are good choices. [c1] A dietitian"
          + " can build a plan around your tastes, your medicines and your budget. [c1]";
  private static final String FIRST =
      "Vegetables, fruit, beans, whole grains, fish and chicken are good choices.";

  private static AnswerRooms rooms;

  private final List<String> seen = new ArrayList<>();
  private final List<Disclosure> disclosed = new ArrayList<>();
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private boolean consent;

  @BeforeAll
  static void open() {
    rooms = new AnswerRooms();
  }

  @AfterAll
  static void close() {
    rooms.close();
  }

  @BeforeEach
  void grant() {
    consent = true;
  }

  @Test
  void showsWhatTheEvidenceSupportsWithTheFactAndWhenToGetHelp() {
    Answer answer = answer(ASKED, GOOD);
    assertThat(answer.mode()).isEqualTo(Mode.GENERATED);
    assertThat(answer.sentences().stream().map(AnswerSentence::kind))
        .startsWith(
            AnswerSentence.Kind.CONTENT, AnswerSentence.Kind.RECORD, AnswerSentence.Kind.CONTENT)
        .endsWith(AnswerSentence.Kind.SAFETY);
    assertThat(texts(answer)).contains(GOOD.split(" \\[c1] ")[0]);
    assertThat(answer.sentences().get(1).text())
        .isEqualTo("Your last A1c was 7.9 % on 14 August 2026.");
    assertThat(disclosed)
        .containsExactly(
            new Disclosure("Observation/a1c-3", "external-model"),
            new Disclosure("Patient", "external-model"));
  }

  @Test
  void letsNoneOfTwentyLiesThrough() {
    List<String> lies = List.of(
        "You can eat 12 cups of rice a day. [c1]",
        "Good choices are vegetables, fruit and candy. [c1]",
        "Do not eat vegetables, beans or fruit. [c1]",
        "Good foods for type 2 diabetes are candy, cookies and cake. [c1]",
        "Vegetables cure type 2 diabetes. [c1]",
        "Stop your metformin and eat vegetables. [c1]",
        "Take 500 mg of metformin with each meal. [c1]",
        "Your last A1c was 5.9 % on 14 August 2026. [r1]",
        "Your last A1c was 7.9 % on 14 September 2026. [r1]",
        "Your A1c is perfect, so you may eat anything. [r1][c1]",
        "Choose white rice and white bread over brown rice. [c1]",
        "Eggs, nuts and low-fat dairy are not good choices. [c1]",
        "Children with diabetes should eat only fish. [c1]",
        "You never need to call your care team. [c1]",
        "Full-fat milk can be part of a diabetes meal plan. [c9]",
        "Whole grains raise your blood sugar to 400. [c1]",
        "Insulin is safer than food. [c1]",
        "Good choices are vegetables, beans and honey. [c1]",
        "Everything is fine.",
        "A low blood sugar of 150 is normal. [c1]");
    for (String lie : lies) {
      String text = lie.replaceAll("\\s*\\[.*", "");
      Answer answer = answer(ASKED, GOOD + " " + lie);
      assertThat(answer.sentences().stream().map(AnswerSentence::text))
          .as(lie)
          .doesNotContain(text);
      assertThat(answer.mode()).isEqualTo(Mode.GENERATED);
    }
  }

  @Test
  void leavesTheWritingToTheRulesWhenTooLittleIsSupported() {
    assertThat(answer(ASKED, "Candy is good for you. [c1] Eggs are good. [c7]").mode())
        .isEqualTo(Mode.EXTRACTIVE);
    assertThat(answer(ASKED, "NONE").mode()).isEqualTo(Mode.EXTRACTIVE);
  }

  @Test
  void leavesTheWritingToTheRulesWhenTheModelIsBroken() {
    assertThat(answer(ASKED, (request, handler) -> handler.onError(new IllegalStateException()))
            .mode())
        .isEqualTo(Mode.EXTRACTIVE);
    assertThat(counted("assistant.model.replies", "no-done")).isEqualTo(1);
  }

  @Test
  void neverShowsTheEndOfWhatWasCut() {
    String cut = GOOD + " A dietitian can build a plan. [c1]";

    Answer answer = answer(ASKED, (request, handler) -> finish(handler, cut, FinishReason.LENGTH));

    assertThat(answer.mode()).isEqualTo(Mode.GENERATED);
    assertThat(texts(answer)).contains(FIRST).doesNotContain("A dietitian can build a plan.");
    assertThat(counted("assistant.model.replies", "length")).isEqualTo(1);
  }

  @Test
  void showsNeitherThoughtsNorMarkdown() {
    Answer answer = answer(
        ASKED,
        "<think>The user wants food. Vegetables, fruit and beans are good choices. [c1]</think>"
            + "## Good food\n\n**" + FIRST + "** [c1]\n- See https://food.example now. [c1]\n");

    assertThat(texts(answer)).contains(FIRST);
    assertThat(String.join(" ", texts(answer)))
        .doesNotContain("think", "user", "#", "*", "food.example");
  }

  @Test
  void saysEachThingOnceAndNoMoreThanFive() {
    Answer answer = answer(ASKED, (FIRST + " [c1] ").repeat(100));

    assertThat(texts(answer)).doesNotHaveDuplicates().contains(FIRST).hasSizeLessThan(8);
    assertThat(counted("assistant.model.replies", "enough")).as("ended by us").isEqualTo(1);
  }

  @Test
  void beginsWithTheDirectAnswerWhateverTheModelBeginsWith() {
    Answer rules = answer(ASKED, "NONE");

    Answer answer = answer(
        ASKED,
        "A dietitian can build a plan around your tastes, your medicines and your budget. [c1]");

    assertThat(answer.mode()).isEqualTo(Mode.GENERATED);
    assertThat(texts(answer).getFirst()).isEqualTo(texts(rules).getFirst());
    assertThat(answer.completeness().orElseThrow()).isGreaterThan(0.7);
    assertThat(answer.sentences().getLast().kind()).isEqualTo(AnswerSentence.Kind.SAFETY);
  }

  /// The first sentence is seen while the model still writes, and the answer begins with all that
  /// was seen.
  @Test
  void showsEachSentenceOnceItStands() {
    List<AnswerSentence> seen = new ArrayList<>();
    AtomicInteger before = new AtomicInteger();

    Answer answer = answer(
        ASKED,
        (request, handler) -> {
          piece(handler, GOOD.substring(0, 30));
          assertThat(seen).isEmpty();
          piece(handler, GOOD.substring(30));
          before.set(seen.size());
          finish(handler, " Then candy. [c1]", FinishReason.STOP);
        },
        seen::add);

    assertThat(before.get()).as("before the end").isGreaterThanOrEqualTo(2);
    assertThat(answer.sentences()).containsExactlyElementsOf(seen);
    assertThat(seen.getFirst().citations()).containsExactly("c1");
  }

  @Test
  void tellsWhatWasSentWhateverComesOfIt() {
    answer(ASKED, (request, handler) -> {
      assertThat(disclosed).as("told before it is sent").isNotEmpty();
      handler.onError(new IllegalStateException());
    });

    assertThat(disclosed).contains(new Disclosure("Observation/a1c-3", "external-model"));
  }

  @Test
  void sendsNothingThatCannotBeCleaned() {
    Answer answer =
        answer("call me at two zero two five five five zero one four three " + ASKED, GOOD);

    assertThat(answer.mode()).isEqualTo(Mode.EXTRACTIVE);
    assertThat(seen).isEmpty();
    assertThat(disclosed).isEmpty();
  }

  @Test
  void keepsWhatWasShownAndCompletesItWhereNobodyCanBeShownMore() {
    List<String> shown = new ArrayList<>();
    Answer answer =
        answer(ASKED, (request, handler) -> finish(handler, GOOD, FinishReason.STOP), sentence -> {
          if (!shown.isEmpty()) {
            throw new IllegalStateException("the reader has gone");
          }
          shown.add(sentence.text());
        });

    assertThat(answer.mode()).isEqualTo(Mode.GENERATED);
    assertThat(texts(answer)).startsWith(shown.getFirst()).hasSizeGreaterThan(2);
    assertThat(answer.sentences().getLast().kind()).isEqualTo(AnswerSentence.Kind.SAFETY);
  }

  @Test
  void keepsWhatWasShownAndCompletesItWhereTheModelBreaks() {
    List<String> shown = new ArrayList<>();
    Answer answer = answer(
        ASKED,
        (request, handler) -> {
          piece(handler, GOOD + " And then");
          handler.onError(new IllegalStateException("the model broke"));
        },
        sentence -> shown.add(sentence.text()));

    assertThat(shown).isNotEmpty();
    assertThat(texts(answer)).startsWith(shown.toArray(String[]::new));
    assertThat(answer.sentences().getLast().kind()).isEqualTo(AnswerSentence.Kind.SAFETY);
  }

  @Test
  void asksNoExternalModelWithoutConsent() {
    consent = false;
    assertThat(answer(ASKED, GOOD).mode()).isEqualTo(Mode.EXTRACTIVE);
    assertThat(seen).isEmpty();
  }

  @Test
  void asksNoModelWhereTheTurnForbidsItOrTimeIsShort() {
    Question asked = rooms.question("dana-whitfield", Language.ENGLISH, ASKED);
    Question forbidden = new Question(
        asked.subject(),
        ASKED,
        Language.ENGLISH,
        Optional.empty(),
        true,
        false,
        List.of(),
        disclosure -> {},
        asked.budget());
    Question late = new Question(
        asked.subject(),
        ASKED,
        Language.ENGLISH,
        Optional.empty(),
        true,
        true,
        List.of(),
        disclosure -> {},
        Duration.ofMillis(2500));
    AnswerDesk desk = desk((request, handler) -> finish(handler, GOOD, FinishReason.STOP), false);
    assertThat(desk.answer(forbidden).mode()).isEqualTo(Mode.EXTRACTIVE);
    assertThat(desk.answer(late).mode()).isEqualTo(Mode.EXTRACTIVE);
    assertThat(seen).isEmpty();
  }

  @Test
  void sendsNeitherNameNorNumberNorDateOfThePatient() {
    answer(ASKED + " Dana Whitfield, 3/14/1968, 202-555-0143", GOOD);
    assertThat(seen).hasSize(1);
    assertThat(seen.getFirst())
        .doesNotContain("Dana")
        .doesNotContain("Whitfield")
        .doesNotContain("1968")
        .doesNotContain("555-0143")
        .doesNotContain("August")
        .contains("7.9 %");
  }

  private Answer answer(String text, String reply) {
    return answer(text, (request, handler) -> finish(handler, reply, FinishReason.STOP));
  }

  private static List<String> texts(Answer answer) {
    return answer.sentences().stream().map(AnswerSentence::text).toList();
  }

  private double counted(String name, String outcome) {
    return meters.counter(name, "model", "liar", "outcome", outcome).count();
  }

  private Answer answer(
      String text, BiConsumer<ChatRequest, StreamingChatResponseHandler> behaviour) {
    return answer(text, behaviour, sentence -> {});
  }

  private Answer answer(
      String text,
      BiConsumer<ChatRequest, StreamingChatResponseHandler> behaviour,
      Consumer<AnswerSentence> showing) {
    Question asked = rooms.question("dana-whitfield", Language.ENGLISH, text);
    return desk(behaviour, false)
        .answer(
            new Question(
                asked.subject(),
                text,
                asked.language(),
                asked.vectors(),
                true,
                true,
                List.of(),
                disclosed::add,
                asked.budget()),
            showing);
  }

  private AnswerDesk desk(
      BiConsumer<ChatRequest, StreamingChatResponseHandler> behaviour, boolean local) {
    StreamingChatModel model = new StreamingChatModel() {
      @Override
      public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
        seen.add(userText(request.messages()));
        behaviour.accept(request, handler);
      }
    };
    ModelWriterSettings settings = new ModelWriterSettings(
        ModelWriterSettings.Provider.OPENAI,
        null,
        "liar",
        null,
        0,
        Duration.ofSeconds(10),
        local,
        true);
    RecordDesk records = rooms.rooms.bean(RecordDesk.class);
    ModelWriter writer = new ModelWriter(
        List.of(WritingModel.of("liar", local, model, RealClock.system())),
        settings,
        subject -> consent,
        records::person,
        rooms.rooms.bean(ClinicalClock.class),
        rooms.rooms.bean(ExtractiveWriter.class),
        rooms.rooms.bean(GroundingCheck.class),
        meters);
    return new EvidenceAnswerDesk(
        rooms.rooms.bean(EvidenceFinder.class),
        records,
        writer,
        rooms.rooms.bean(ExtractiveWriter.class),
        rooms.rooms.bean(OutOfScopeQuestions.class),
        rooms.rooms.bean(RecordAnswers.class),
        rooms.rooms.bean(GroundingCheck.class),
        rooms.rooms.bean(FixedReplies.class));
  }

  private static String userText(List<ChatMessage> messages) {
    return ((UserMessage) messages.getLast()).singleText();
  }
}
