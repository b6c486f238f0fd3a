package org.healthassistant.assistant.answer.desk;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.healthassistant.assistant.answer.Answer;
import org.healthassistant.assistant.answer.AnswerDesk;
import org.healthassistant.assistant.answer.AnswerRooms;
import org.healthassistant.assistant.answer.AnswerSentence;
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
import org.healthassistant.assistant.testing.MovableClock;
import org.healthassistant.connector.model.ChatModels;
import org.healthassistant.connector.model.ModelSettings;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever a model's server does, the answer comes in time, is checked, and is whole.
class ModelFaultsTest {

  @RegisterExtension
  static final WireMockExtension FIRST =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  @RegisterExtension
  static final WireMockExtension SECOND =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  private static final String ASKED = "what can I eat with type 2 diabetes?";
  private static final Duration BUDGET = Duration.ofSeconds(5);
  private static final Duration TIMEOUT = Duration.ofSeconds(3);
  private static final String DONE = "data: [DONE]\n\n";
  private static final String STOP = finish("stop");
  private static final String DIRECT =
      "You can eat food from every group with diabetes, in the right amount and at regular times.";
  private static final String TRUE =
      "Vegetables, fruit, beans, whole grains, fish and chicken are good choices.";

  private static AnswerRooms rooms;

  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final MovableClock clock = new MovableClock();

  @BeforeAll
  static void open() {
    rooms = new AnswerRooms();
  }

  @AfterAll
  static void close() {
    rooms.close();
  }

  @BeforeEach
  void secondWorks() {
    SECOND.stubFor(post(anyUrl()).willReturn(stream(text(TRUE + " [c1]") + STOP + DONE)));
  }

  static List<Arguments> faults() {
    return List.of(
        fault("http-401", aResponse().withStatus(401).withBody("{\"error\":{}}")),
        fault("http-429", aResponse().withStatus(429).withHeader("Retry-After", "3600")),
        fault("http-500", aResponse().withStatus(500).withBody("<html>oops</html>")),
        fault("timeout", stream(text(TRUE) + STOP + DONE).withFixedDelay(60_000)),
        fault("timeout", stream(drip()).withChunkedDribbleDelay(200, 60_000)),
        fault("no-done", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
        fault("no-done", aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)),
        fault("no-done", aResponse().withFault(Fault.EMPTY_RESPONSE)),
        fault("no-done", stream(text("Vegetables, fruit and beans [c1]"))),
        fault("no-done", stream("data: {\"choices\":[{\"index\":0,\"del\n\n")),
        fault("empty", stream(STOP + DONE)),
        fault("no-done", stream("")),
        fault("no-done", stream("data: {\"choices\":null}\n\n" + DONE)),
        fault("no-done", stream("data: {\"answer\":\"Eat candy.\"}\n\n" + DONE)),
        fault("no-done", stream("data: [1,2,3]\n\n" + DONE)),
        fault("no-done", aResponse().withBody("{\"choices\":[{\"message\":{\"content\":\"x\"}}]}")),
        fault("length", stream(text("Vegetables, fruit and beans [c1]") + finish("length") + DONE)),
        fault("content_filter", stream(text("I") + finish("content_filter") + DONE)),
        fault("finished", stream(text("I'm sorry, I can't help with that.") + STOP + DONE)),
        fault("finished", stream(text("NONE") + STOP + DONE)),
        fault("finished", stream(text("{\\\"answer\\\":\\\"Eat candy. [c1]\\\"}") + STOP + DONE)),
        fault("finished", stream(text("Puede comer verduras y frutas. [c1]") + STOP + DONE)),
        fault("finished", stream(text("<think>Eat candy. [c1] Or not?") + STOP + DONE)),
        fault("finished", stream(text("Okay, the user asks for food. [c1]") + STOP + DONE)),
        fault("enough", stream(text("Eat candy each day. [c1] ").repeat(200) + STOP + DONE)),
        fault("too-long", stream(text("a ".repeat(500)).repeat(100) + STOP + DONE)));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void endsInACheckedAnswerInTime(String outcome, ResponseDefinitionBuilder fault) {
    FIRST.stubFor(post(anyUrl()).willReturn(fault));

    assertWholeInTime(URI.create(FIRST.url("/v1")));

    assertThat(counted("first", outcome)).as(counts()).isEqualTo(1);
  }

  @Test
  void endsInACheckedAnswerWhereNobodyListens() {
    assertWholeInTime(URI.create("http://127.0.0.1:1/v1"));
    assertThat(counted("first", "connect-failed")).as(counts()).isEqualTo(1);
  }

  @Test
  void endsInACheckedAnswerWhereTheNameIsUnknown() {
    assertWholeInTime(URI.create("http://model.invalid/v1"));
    assertThat(counted("first", "connect-failed")).as(counts()).isEqualTo(1);
  }

  @Test
  void endsInACheckedAnswerWhereTlsFails() {
    assertWholeInTime(URI.create(FIRST.url("/v1").replace("http:", "https:")));
    assertThat(counted("first", "tls-failed")).as(counts()).isEqualTo(1);
  }

  @Test
  void asksTheSecondModelWhereTheFirstIsBroken() {
    FIRST.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(500)));
    AnswerDesk desk = desk(URI.create(FIRST.url("/v1")), true);

    for (int i = 0; i < 4; i++) {
      assertThat(answer(desk).mode()).isEqualTo(Answer.Mode.GENERATED);
    }

    assertThat(counted("first", "http-500")).as("then its circuit is open").isEqualTo(3);
    assertThat(counted("first", "circuit-open")).isEqualTo(1);
    assertThat(counted("second", "finished")).isEqualTo(4);
    assertThat(meters.get("assistant.model.open").tag("model", "first").gauge().value())
        .isEqualTo(1);
  }

  @Test
  void asksTheFirstModelAgainAfterItsRest() {
    FIRST.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(500)));
    AnswerDesk desk = desk(URI.create(FIRST.url("/v1")), true);
    for (int i = 0; i < 4; i++) {
      answer(desk);
    }
    FIRST.stubFor(post(anyUrl()).willReturn(stream(text(TRUE + " [c1]") + STOP + DONE)));
    clock.pass(Duration.ofSeconds(30));

    answer(desk);
    answer(desk);

    assertThat(counted("first", "finished")).isEqualTo(2);
    assertThat(counted("second", "finished")).isEqualTo(4);
  }

  @Test
  void asksNobodyWhileTheOnlyCircuitIsOpen() {
    FIRST.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(503)));
    AnswerDesk desk = desk(URI.create(FIRST.url("/v1")), false);
    for (int i = 0; i < 5; i++) {
      assertThat(answer(desk).mode()).isEqualTo(Answer.Mode.EXTRACTIVE);
    }

    FIRST.verify(3, anyRequestedFor(anyUrl()));
  }

  private void assertWholeInTime(URI server) {
    List<AnswerSentence> shown = new ArrayList<>();
    AnswerDesk desk = desk(server, false);
    long begun = System.nanoTime();

    Answer answer = desk.answer(question(), shown::add);

    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(BUDGET);
    assertThat(answer.action()).isEqualTo(Answer.Action.ANSWER);
    assertThat(answer.sentences().subList(0, shown.size())).isEqualTo(shown);
    assertThat(answer.sentences().getFirst().text()).isEqualTo(DIRECT);
    assertThat(answer.sentences().getLast().kind()).isEqualTo(AnswerSentence.Kind.SAFETY);
    assertThat(answer.completeness())
        .hasValueSatisfying(share -> assertThat(share).isGreaterThan(0.7));
    assertThat(answer.sentences().toString()).doesNotContain("candy");
  }

  private Answer answer(AnswerDesk desk) {
    return desk.answer(question());
  }

  private static Question question() {
    Question asked = rooms.question("dana-whitfield", Language.ENGLISH, ASKED);
    return new Question(
        asked.subject(),
        ASKED,
        asked.language(),
        asked.vectors(),
        true,
        true,
        List.of(),
        disclosure -> {},
        BUDGET);
  }

  private double counted(String model, String outcome) {
    return meters
        .counter("assistant.model.replies", "model", model, "outcome", outcome)
        .count();
  }

  private String counts() {
    return meters.find("assistant.model.replies").counters().stream()
        .map(Counter::getId)
        .toList()
        .toString();
  }

  private AnswerDesk desk(URI first, boolean withSecond) {
    ModelWriterSettings settings = new ModelWriterSettings(
        ModelWriterSettings.Provider.OPENAI, first, "first", null, 0, TIMEOUT, true, true);
    List<WritingModel> models = Stream.concat(
            Stream.of(model("first", first)),
            withSecond ? Stream.of(model("second", URI.create(SECOND.url("/v1")))) : Stream.of())
        .toList();
    RecordDesk records = rooms.rooms.bean(RecordDesk.class);
    ModelWriter writer = new ModelWriter(
        models,
        settings,
        subject -> true,
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

  private WritingModel model(String name, URI server) {
    ModelSettings at = new ModelSettings(server, name, null, 0, TIMEOUT);
    return WritingModel.of(name, true, ChatModels.openAiCompatible(at), clock);
  }

  private static Arguments fault(String outcome, ResponseDefinitionBuilder response) {
    return Arguments.of(outcome, response);
  }

  private static ResponseDefinitionBuilder stream(String events) {
    return aResponse().withHeader("Content-Type", "text/event-stream").withBody(events);
  }

  private static String drip() {
    return text("Rest. ").repeat(200) + STOP + DONE;
  }

  private static String text(String piece) {
    return "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + piece + "\"}}]}\n\n";
  }

  private static String finish(String reason) {
    return "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"" + reason
        + "\"}]}\n\n";
  }
}
