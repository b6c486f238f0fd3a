package org.healthassistant.assistant.answer.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.ChatResponseMetadata;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;
import dev.langchain4j.model.output.FinishReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
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
import org.healthassistant.assistant.answer.model.ModelText;
import org.healthassistant.assistant.answer.model.ModelWriter;
import org.healthassistant.assistant.answer.model.ModelWriterSettings;
import org.healthassistant.assistant.record.RecordDesk;
import org.healthassistant.assistant.store.ClinicalClock;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ModelWriterTest {

  private static final String ASKED = "what can I eat with type 2 diabetes?";
  private static final String GOOD =
      "Vegetables, beans, fruit, whole grains, fish and lean meat are good foods for type 2"
          + " diabetes. [c1] Eggs, nuts and tofu are good protein foods. [c1]";
  private static AnswerRooms rooms;

  private final List<String> seen = new ArrayList<>();
  private final List<Disclosure> disclosed = new ArrayList<>();
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
        .containsExactly(
            AnswerSentence.Kind.CONTENT,
            AnswerSentence.Kind.RECORD,
            AnswerSentence.Kind.CONTENT,
            AnswerSentence.Kind.SAFETY);
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
        "Good foods for type 1 diabetes are vegetables and beans. [c1]",
        "Do not eat vegetables, beans or fruit. [c1]",
        "Good foods for type 2 diabetes are candy, cookies and cake. [c1]",
        "Vegetables cure type 2 diabetes. [c1]",
        "Stop your metformin and eat vegetables. [c1]",
        "Take 500 mg of metformin with each meal. [c1]",
        "Your last A1c was 5.9 % on 14 August 2026. [r1]",
        "Your last A1c was 7.9 % on 14 September 2026. [r1]",
        "Your A1c is perfect, so you may eat anything. [r1][c1]",
        "Choose white rice and white bread over brown rice. [c1]",
        "Eggs, nuts and tofu are not good protein foods. [c1]",
        "Children with diabetes should eat only fish. [c1]",
        "You never need to call your care team. [c1]",
        "Full-fat milk can be part of a diabetes meal plan. [c9]",
        "Whole grains raise your blood sugar to 400. [c1]",
        "Insulin is safer than food. [c1]",
        "Good foods for type 2 diabetes are vegetables, beans and honey. [c1]",
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
  void leavesTheWritingToTheRulesWhenTheModelIsCutShortOrBroken() {
    assertThat(answer(ASKED, (request, handler) -> finish(handler, GOOD, FinishReason.LENGTH))
            .mode())
        .isEqualTo(Mode.EXTRACTIVE);
    assertThat(answer(ASKED, (request, handler) -> handler.onError(new IllegalStateException()))
            .mode())
        .isEqualTo(Mode.EXTRACTIVE);
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
        answer(ASKED + " call me at two zero two five five five zero one four three", GOOD);

    assertThat(answer.mode()).isEqualTo(Mode.EXTRACTIVE);
    assertThat(seen).isEmpty();
    assertThat(disclosed).isEmpty();
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

  @Test
  void readsMarksBeforeAndAfterThePoint() {
    List<ModelText.Marked> read =
        ModelText.read("Rest well [c1]. Drink water. [c1][c2]\n- No mark.");
    assertThat(read)
        .extracting(ModelText.Marked::text)
        .containsExactly("Rest well.", "Drink water.", "No mark.");
    assertThat(read.get(0).ids()).containsExactly("c1");
    assertThat(read.get(1).ids()).containsExactlyInAnyOrder("c1", "c2");
    assertThat(read.get(2).ids()).isEmpty();
  }

  private Answer answer(String text, String reply) {
    return answer(text, (request, handler) -> finish(handler, reply, FinishReason.STOP));
  }

  private Answer answer(
      String text, BiConsumer<ChatRequest, StreamingChatResponseHandler> behaviour) {
    Question asked = rooms.question("dana-whitfield", Language.ENGLISH, text);
    return desk(behaviour, false)
        .answer(new Question(
            asked.subject(),
            text,
            asked.language(),
            asked.vectors(),
            true,
            true,
            List.of(),
            disclosed::add,
            asked.budget()));
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
        Optional.of(model),
        settings,
        subject -> consent,
        records::person,
        rooms.rooms.bean(ClinicalClock.class),
        rooms.rooms.bean(ExtractiveWriter.class),
        rooms.rooms.bean(GroundingCheck.class));
    return new EvidenceAnswerDesk(
        rooms.rooms.bean(EvidenceFinder.class),
        records,
        writer,
        rooms.rooms.bean(ExtractiveWriter.class),
        rooms.rooms.bean(OutOfScopeQuestions.class),
        new FollowUpQuestions(),
        rooms.rooms.bean(GroundingCheck.class),
        rooms.rooms.bean(FixedReplies.class));
  }

  private static void finish(
      StreamingChatResponseHandler handler, String text, FinishReason reason) {
    handler.onPartialResponse(
        new PartialResponse(text), new PartialResponseContext(new NotCancelled()));
    handler.onCompleteResponse(ChatResponse.builder()
        .aiMessage(AiMessage.from(text))
        .metadata(ChatResponseMetadata.builder().finishReason(reason).build())
        .build());
  }

  /// A stream that nobody cancels.
  private static final class NotCancelled implements StreamingHandle {
    @Override
    public void cancel() {
      // nothing runs
    }

    @Override
    public boolean isCancelled() {
      return false;
    }
  }

  private static String userText(List<ChatMessage> messages) {
    return ((UserMessage) messages.getLast()).singleText();
  }
}
