package org.healthassistant.connector.model;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.healthassistant.connector.Secret;
import org.healthassistant.connector.model.ModelReply.CutShort;
import org.healthassistant.connector.model.ModelReply.Failed;
import org.healthassistant.connector.model.ModelReply.Finished;
import org.healthassistant.connector.model.ModelReply.Usage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelReplyTest {
  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  private static final Duration AMPLE = Duration.ofSeconds(10);
  private static final List<ChatMessage> MESSAGES =
      List.of(SystemMessage.from("Be brief."), UserMessage.from("Nosebleed?"));
  private static final String DONE = "data: [DONE]\n\n";
  private static final String STOP = finish("stop");
  private static final String USAGE =
      "{%s\"usage\":{\"prompt_tokens\":21,\"completion_tokens\":5,\"total_tokens\":26}}";

  private final List<String> pieces = new ArrayList<>();

  @BeforeAll
  static void loadClassesBeforeTimeMatters() {
    reply(URI.create("http://127.0.0.1:1/v1"), AMPLE, piece -> true);
  }

  @Test
  void passesTextOnPieceByPieceAndCountsTokens() {
    answers(text("Pinch ") + text("the nose.") + STOP + usage("\"choices\":[],") + DONE);
    assertThat(reply()).isEqualTo(new Finished("Pinch the nose.", new Usage(21, 5)));
    assertThat(pieces).containsExactly("Pinch ", "the nose.");
    SERVER.verify(postRequestedFor(urlEqualTo("/v1/chat/completions"))
        .withHeader("Authorization", equalTo("Bearer key-1"))
        .withRequestBody(matchingJsonPath("$.model", equalTo("small")))
        .withRequestBody(matchingJsonPath("$.stream", equalTo("true")))
        .withRequestBody(matchingJsonPath("$.temperature", equalTo("0.0")))
        .withRequestBody(matchingJsonPath("$.messages[1].content", equalTo("Nosebleed?"))));
  }

  @Test
  void endsWhereTheReaderWantsNoMore() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.thatFallsSilentAfter(text("Rest. "), text("Walk."))) {
      assertThat(reply(server.baseUrl(), AMPLE, piece -> !piece.startsWith("Walk")))
          .isEqualTo(new CutShort(ModelReply.ENOUGH, "Rest. Walk."));
      server.clientLeft.get(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void cutsShortWhatIsWrittenWithoutEnd() {
    answers(text("Pinch the nose. ".repeat(100)).repeat(50) + STOP + DONE);

    assertThat(reply()).isInstanceOfSatisfying(CutShort.class, cut -> {
      assertThat(cut.reason()).isEqualTo("too-long");
      assertThat(cut.text()).hasSizeLessThan(17_000);
    });
    SERVER.verify(postRequestedFor(urlEqualTo("/v1/chat/completions"))
        .withRequestBody(matchingJsonPath("$.max_tokens", equalTo("1024"))));
  }

  @Test
  void sendsNoKeyToAServerThatWantsNone() {
    answers(text("Hi.") + STOP + DONE);
    var settings = new ModelSettings(URI.create(SERVER.url("/v1")), "small", null, 0.2, AMPLE);
    assertThat(ModelReply.write(ChatModels.openAiCompatible(settings), MESSAGES, AMPLE, t -> true))
        .isEqualTo(new Finished("Hi.", null));
    SERVER.verify(
        postRequestedFor(urlEqualTo("/v1/chat/completions")).withHeader("Authorization", absent()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"choices\":null,", "", "\"choices\":[],", "\"choices\":[null],"})
  void readsAUsageChunkWithoutChoices(String choices) {
    answers(text("Hi.") + STOP + usage(choices) + DONE);
    assertThat(reply()).isEqualTo(new Finished("Hi.", new Usage(21, 5)));
  }

  @Test
  void passesOverFieldsAndDeltasItDoesNotKnow() {
    answers("data:"
        + " {\"obfuscation\":\"x\",\"moderation\":{},\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":null,\"novelty\":1}}]}\n\n"
        + ": comment\n\n"
        + text("Hi.")
        + STOP
        + DONE);
    assertThat(reply()).isEqualTo(new Finished("Hi.", null));
  }

  @Test
  void isFinishedAfterStopEvenWithoutDone() {
    answers(text("Hi.") + STOP);
    assertThat(reply()).isEqualTo(new Finished("Hi.", null));
  }

  @ParameterizedTest
  @CsvSource({"length, length", "content_filter, content_filter", "tool_calls, tool_calls"})
  void isCutShortByTheModel(String finish, String reason) {
    answers(text("Take two") + finish(finish) + DONE);
    assertThat(reply()).isEqualTo(new CutShort(reason, "Take two"));
  }

  @Test
  void isCutShortWhenTheStreamEndsWithoutAReason() {
    answers(text("Take two"));
    assertThat(reply()).isEqualTo(new CutShort("no-done", "Take two"));
  }

  @Test
  void isCutShortWhenTheConnectionBreaksInTheMiddle() throws IOException {
    try (var server = ScriptedServer.thatHangsUpAfter(text("Take "), text("two"))) {
      // A reset may discard what was on its way: all, some or none of the text has arrived by then.
      assertThat(reply(server.baseUrl(), AMPLE, pieces::add))
          .isIn(
              new CutShort("no-done", "Take two"),
              new CutShort("no-done", "Take "),
              new Failed("no-done"));
    }
  }

  @Test
  void isCutShortByAChunkThatIsNoJson() {
    answers(text("Take ") + "data: {broken\n\n" + text("two") + STOP + DONE);
    assertThat(reply()).isEqualTo(new CutShort("no-done", "Take "));
    assertThat(pieces).containsExactly("Take ");
  }

  @Test
  void isCutShortAndHangsUpWhenTheBudgetIsSpent() throws Exception {
    try (var server = ScriptedServer.thatFallsSilentAfter(text("Take "))) {
      assertThat(reply(server.baseUrl(), Duration.ofMillis(1500), pieces::add))
          .isEqualTo(new CutShort("timeout", "Take "));
      server.clientLeft.get(5, TimeUnit.SECONDS);
    }
  }

  @Test
  void failsWhenNothingComesWithinTheBudget() throws IOException {
    try (var server = ScriptedServer.thatFallsSilentAfter()) {
      assertThat(reply(server.baseUrl(), Duration.ofMillis(300), pieces::add))
          .isEqualTo(new Failed("timeout"));
    }
  }

  @Test
  void endsOnAnInterruptAndKeepsIt() throws Exception {
    try (var server = ScriptedServer.thatFallsSilentAfter(text("Take "))) {
      Thread writer = Thread.currentThread();
      ModelReply reply = reply(server.baseUrl(), AMPLE, piece -> {
        writer.interrupt();
        return true;
      });
      assertThat(Thread.interrupted()).isTrue();
      assertThat(reply).isEqualTo(new CutShort("interrupted", "Take "));
    }
  }

  @Test
  void stopsReadingWhenTheListenerFails() {
    answers(text("a") + text("b") + STOP + DONE);
    assertThatThrownBy(() -> reply(URI.create(SERVER.url("/v1")), AMPLE, piece -> {
          throw new IllegalArgumentException("listener");
        }))
        .isInstanceOf(IllegalStateException.class)
        .hasRootCauseMessage("listener");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 404, 429, 500, 503})
  void failsWithTheStatusOfTheServer(int status) {
    answers(aResponse().withStatus(status).withBody("{\"error\":{\"message\":\"no\"}}"));
    assertThat(reply()).isEqualTo(new Failed("http-" + status));
  }

  @Test
  void failsWhenNobodyListensOrTheServerHangsUp() {
    assertThat(reply(URI.create("http://127.0.0.1:1/v1"), AMPLE, pieces::add))
        .isEqualTo(new Failed("connect-failed"));
    answers(aResponse().withFault(Fault.EMPTY_RESPONSE));
    assertThat(reply()).isEqualTo(new Failed("no-done"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \\n"})
  void failsWhenTheModelHasWrittenNothing(String blank) {
    answers(text(blank) + STOP + DONE);
    assertThat(reply()).isEqualTo(new Failed("empty"));
  }

  @Test
  void doesNotPrintWhatTheModelWrote() {
    assertThat(new Finished("words", null).toString()).doesNotContain("words");
    assertThat(new CutShort("length", "words").toString()).doesNotContain("words");
  }

  private static String text(String content) {
    return "data: {\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"%s\"},\"finish_reason\":null}]}\n\n"
        .formatted(content);
  }

  private static String finish(String reason) {
    return "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"%s\"}]}\n\n"
        .formatted(reason);
  }

  private static String usage(String choices) {
    return "data: " + USAGE.formatted(choices) + "\n\n";
  }

  private static void answers(String stream) {
    answers(aResponse()
        .withStatus(200)
        .withHeader("Content-Type", "text/event-stream")
        .withBody(stream));
  }

  private static void answers(ResponseDefinitionBuilder answer) {
    SERVER.stubFor(post("/v1/chat/completions").willReturn(answer));
  }

  private ModelReply reply() {
    return reply(URI.create(SERVER.url("/v1")), AMPLE, pieces::add);
  }

  private static ModelReply reply(URI baseUrl, Duration budget, Predicate<String> goOn) {
    var settings = new ModelSettings(baseUrl, "small", new Secret("key-1"), 0, AMPLE);
    return ModelReply.write(ChatModels.openAiCompatible(settings), MESSAGES, budget, goOn);
  }
}
