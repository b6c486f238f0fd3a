package org.healthassistant.assistant.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.healthassistant.assistant.FakeKannel;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.conversation.Messages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The whole service behind a gateway that speaks Kannel.
@ExtendWith(OutputCaptureExtension.class)
class KannelWebhookTest {

  private static final String OWN = "+15559990000";
  private static final String CHEST = "My chest hurts really bad and my arm is numb";
  private static final FakeKannel KANNEL = new FakeKannel();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static int numbers;

  private static RunningService service;

  private final String from = "+1555123" + (4000 + numbers++);

  @BeforeAll
  static void start(@TempDir Path data) {
    service = RunningService.start(
        data,
        "assistant.sms.provider=kannel",
        "assistant.sms.kannel.send-url=" + KANNEL.sendUrl(),
        "assistant.sms.kannel.username=tester",
        "assistant.sms.kannel.password=foobar",
        "assistant.sms.kannel.from=" + OWN,
        "assistant.sms.kannel.inbound-secret=the secret");
  }

  @AfterAll
  static void stop() {
    service.close();
    KANNEL.close();
    HTTP.close();
  }

  @BeforeEach
  void forget() {
    KANNEL.forget();
  }

  @Test
  void takesNothingWithoutTheSecret() throws Exception {
    Map<String, String> call = text("m-1", CHEST);
    call.put("secret", "the secreT");
    assertThat(get(call).statusCode()).isEqualTo(401);
    call.remove("secret");
    assertThat(get(call).statusCode()).isEqualTo(401);
    assertThat(stored()).isEmpty();
  }

  @Test
  void namesTheParameterAtFaultAndNeverItsValue() throws Exception {
    for (String missing : List.of("from", "id")) {
      Map<String, String> call = text("m-2", CHEST);
      call.remove(missing);
      HttpResponse<String> answer = get(call);
      assertThat(answer.statusCode()).as(missing).isEqualTo(400);
      assertThat(answer.body()).contains("'" + missing + "'").doesNotContain("chest", "555");
    }
    Map<String, String> call = text("m-2", CHEST);
    call.put("from", "nobody-in-particular");
    assertThat(get(call).statusCode()).isEqualTo(400);
    assertThat(get(call).body()).contains("'from'").doesNotContain("nobody");
    assertThat(KANNEL.texts()).isEmpty();
  }

  @Test
  void storesATextOnceAnswersEmptyAndRepliesOnce() throws Exception {
    long start = System.nanoTime();
    HttpResponse<String> answer = get(text("m-3", CHEST));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
    assertThat(KANNEL.awaitTexts(1).getFirst()).contains("911");
    assertThat(KANNEL.texts().getFirst()).containsEntry("to", from).containsEntry("from", OWN);

    assertThat(get(text("m-3", CHEST)).statusCode()).isEqualTo(200);
    Map<String, String> other = text("m-3b", "Thank you");
    other.put("from", from.substring(1));
    get(other);
    KANNEL.awaitTexts(2);
    assertThat(stored()).containsExactly(CHEST, "Thank you");
  }

  @Test
  void answersSpanishInSpanishAndKeepsItWhole() throws Exception {
    String words = "¿Me duele el pecho? 😟";
    get(text("m-4", words));
    String reply = KANNEL.awaitTexts(1).getFirst();
    assertThat(reply).contains("911").containsIgnoringCase("llame");
    assertThat(reply).as("accents that one text of 160 letters can hold").contains("é");
    assertThat(KANNEL.texts().getFirst()).doesNotContainKey("coding");
    assertThat(stored()).containsExactly(words);
  }

  /// Seven hundred pictures are some 8,400 characters of an address.
  @Test
  void takesALongTextByGet() throws Exception {
    String words = "My chest hurts really bad " + "😟".repeat(700);
    get(text("m-long", words));
    assertThat(KANNEL.awaitTexts(1).getFirst()).contains("911");
    assertThat(stored()).containsExactly(words);
  }

  @Test
  void readsATextThatKannelDidNotRecode() throws Exception {
    Map<String, String> call = text("m-5", "");
    call.remove("text");
    call.put("charset", "UTF-16BE");
    String words = "¿Qué puedo comer? 😟";
    StringBuilder encoded = new StringBuilder();
    for (byte unit : words.getBytes(StandardCharsets.UTF_16BE)) {
      encoded.append(String.format(java.util.Locale.ROOT, "%%%02X", unit));
    }
    assertThat(get("/sms/kannel/inbound", query(call) + "&text=" + encoded).statusCode())
        .isEqualTo(200);
    assertThat(stored()).containsExactly(words);
    KANNEL.awaitTexts(1);
  }

  @Test
  void fallsSilentAfterStopSaveForEmergencyWordingUntilStart() throws Exception {
    get(text("m-6", "Stop."));
    KANNEL.awaitTexts(1);
    get(text("m-7", "STOP"));
    get(text("m-8", "What can I eat with diabetes?"));
    get(text("m-9", CHEST));
    assertThat(KANNEL.awaitTexts(2).getLast()).contains("911");
    get(text("m-10", "Start"));
    KANNEL.awaitTexts(3);
    assertThat(KANNEL.texts()).hasSize(3);
    assertThat(stored()).hasSize(5);
  }

  @Test
  void answersHelpWithTheHelpText() throws Exception {
    get(text("m-11", "AYUDA"));
    assertThat(KANNEL.awaitTexts(1).getFirst()).contains("911", "988");
  }

  @Test
  void tellsASenderOnceAnHourThatATextWasNotTaken() throws Exception {
    get(text("m-12", " "));
    assertThat(KANNEL.awaitTexts(1).getFirst()).contains("without words");
    get(text("m-13", " "));
    get(text("m-14", CHEST));
    assertThat(KANNEL.awaitTexts(2).getLast()).contains("911");
    assertThat(KANNEL.texts()).hasSize(2);
  }

  @Test
  void movesATextOnWhenKannelReports() throws Exception {
    get(text("m-15", CHEST));
    KANNEL.awaitTexts(1);
    String id = jdbc()
        .sql("select o.id from outbox o join message m on m.conversation_id = o.conversation_id"
            + " where m.provider_message_id = :id")
        .param("id", from + "m-15")
        .query(String.class)
        .single();
    String report = "secret=the+secret&id=" + id;
    assertThat(get("/sms/kannel/status", report + "&type=1").statusCode()).isEqualTo(200);
    assertThat(get("/sms/kannel/status", report + "&type=8").statusCode()).isEqualTo(200);
    assertThat(get("/sms/kannel/status", report + "&type=7").statusCode()).isEqualTo(400);
    assertThat(get("/sms/kannel/status", "id=" + id + "&type=2").statusCode()).isEqualTo(401);
    assertThat(jdbc()
            .sql("select state from outbox where id = :id")
            .param("id", id)
            .query(String.class)
            .single())
        .isEqualTo("DELIVERED");
  }

  @Test
  void asksKannelToTryAgainWhenTheDatabaseIsDownAndLogsNothingOfTheText(CapturedOutput log)
      throws Exception {
    try (RunningService.Outage outage = service.withoutDatabase()) {
      assertThat(outage.held()).isNotEmpty();
      assertThat(get(text("m-16", CHEST)).statusCode()).isEqualTo(500);
    }

    assertThat(stored()).isEmpty();
    assertThat(get(text("m-16", CHEST)).statusCode()).isEqualTo(200);
    assertThat(stored()).containsExactly(CHEST);
    KANNEL.awaitTexts(1);
    assertThat(log.getAll()).doesNotContain(from.substring(1), "chest", "the secret");
  }

  private static JdbcClient jdbc() {
    return service.bean(JdbcClient.class);
  }

  private List<String> stored() {
    return jdbc()
        .sql("select id from message where author = 'patient' and conversation_id in"
            + " (select conversation_id from message where provider_message_id like :prefix)"
            + " order by seq")
        .param("prefix", from + "%")
        .query(String.class)
        .list()
        .stream()
        .map(id -> service
            .bean(Messages.class)
            .find(String.valueOf(id))
            .map(Message::text)
            .orElseThrow())
        .toList();
  }

  private Map<String, String> text(String id, String text) {
    Map<String, String> call = new LinkedHashMap<>();
    call.put("secret", "the secret");
    call.put("from", from);
    call.put("to", OWN);
    call.put("text", text);
    call.put("id", from + id);
    call.put("ts", "1795520786");
    call.put("charset", "UTF-8");
    return call;
  }

  private HttpResponse<String> get(Map<String, String> call) throws Exception {
    return get("/sms/kannel/inbound", query(call));
  }

  private static String query(Map<String, String> call) {
    return call.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private HttpResponse<String> get(String path, String query) throws Exception {
    URI uri = URI.create(service.base() + path + "?" + query);
    return HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }
}
