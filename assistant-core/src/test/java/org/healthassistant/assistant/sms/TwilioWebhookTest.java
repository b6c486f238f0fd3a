package org.healthassistant.assistant.sms;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.connector.sms.twilio.TwilioForm;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The whole service behind a stand-in for Twilio, which sees it under another address.
@ExtendWith(OutputCaptureExtension.class)
class TwilioWebhookTest {

  private static final String PUBLIC = "https://clinic.example.org/assistant";
  private static final String TOKEN = "the token";
  private static final String OWN = "+15559990000";
  private static final String CHEST = "My chest hurts really bad and my arm is numb";
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final WireMockServer TWILIO =
      new WireMockServer(wireMockConfig().dynamicPort());
  private static final BlockingQueue<TwilioForm> SENT = new LinkedBlockingQueue<>();
  private static int numbers;

  private static RunningService service;

  private final String from = "+1555123" + (5000 + numbers++);

  @BeforeAll
  static void start(@TempDir Path data) {
    TWILIO.addMockServiceRequestListener(TwilioWebhookTest::sent);
    TWILIO.start();
    TWILIO.stubFor(any(urlEqualTo("/2010-04-01/Accounts/AC1/Messages.json"))
        .willReturn(aResponse().withStatus(201).withBody("{\"sid\":\"SM-out\"}")));
    service = RunningService.start(
        data,
        "assistant.sms.provider=twilio",
        "assistant.sms.twilio.base-url=" + TWILIO.baseUrl(),
        "assistant.sms.twilio.account-sid=AC1",
        "assistant.sms.twilio.auth-token=" + TOKEN,
        "assistant.sms.twilio.from=" + OWN,
        "assistant.sms.twilio.public-url=" + PUBLIC + "/");
  }

  @AfterAll
  static void stop() {
    service.close();
    TWILIO.stop();
    HTTP.close();
  }

  @Test
  void takesNothingThatIsNotSignedByTwilio() throws Exception {
    Map<String, String> text = text("SM1", CHEST);
    String right = signature(PUBLIC + "/sms/twilio/inbound", text);
    assertThat(post("/sms/twilio/inbound", body(text), "").statusCode()).isEqualTo(403);
    assertThat(post("/sms/twilio/inbound", body(text) + "&New=1", right).statusCode())
        .isEqualTo(403);
    assertThat(post("/sms/twilio/inbound?x=1", body(text), right).statusCode()).isEqualTo(403);
    assertThat(post("/sms/twilio/inbound", body(text) + "&Body=2", right).statusCode())
        .isEqualTo(403);
    String local = signature(service.base() + "/sms/twilio/inbound", text);
    HttpResponse<String> refused = post("/sms/twilio/inbound", body(text), local);
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).doesNotContain("chest", "555");
    assertThat(stored()).isEmpty();
  }

  @Test
  void storesATextOnceAnswersWithTheEmptyDocumentAndRepliesBySending() throws Exception {
    HttpResponse<String> answer = call("/sms/twilio/inbound", text("SM2", CHEST));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/xml");
    assertThat(answer.body()).isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>");
    TwilioForm reply = nextSent();
    assertThat(reply.value("To")).isEqualTo(from);
    assertThat(reply.value("From")).isEqualTo(OWN);
    assertThat(reply.value("Body")).contains("911");

    assertThat(call("/sms/twilio/inbound", text("SM2", CHEST)).statusCode()).isEqualTo(200);
    call("/sms/twilio/inbound", text("SM2b", "¿Me duele el pecho? 😟"));
    nextSent();
    assertThat(stored()).containsExactly(CHEST, "¿Me duele el pecho? 😟");
  }

  @Test
  void keepsThatAPictureCameAndSaysThatNobodySeesIt() throws Exception {
    Map<String, String> picture = text("MM1", "");
    picture.put("NumMedia", "1");
    assertThat(call("/sms/twilio/inbound", picture).statusCode()).isEqualTo(200);
    assertThat(nextSent().value("Body")).contains("I cannot see pictures", "What is wrong?", "1: ");

    Map<String, String> both = text("MM2", "what can I eat with type 2 diabetes?");
    both.put("NumMedia", "2");
    call("/sms/twilio/inbound", both);
    assertThat(nextSent().value("Body")).contains("inbox", "I cannot see pictures");
    assertThat(stored())
        .containsExactly(
            "[picture received, unseen]",
            "what can I eat with type 2 diabetes?\n[picture received, unseen]");
  }

  @Test
  void namesTheFieldAtFaultAndNeverItsValue() throws Exception {
    Map<String, String> text = text("SM3", CHEST);
    text.put("From", "nobody-in-particular");
    HttpResponse<String> answer = call("/sms/twilio/inbound", text);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("'from'").doesNotContain("nobody", "chest");
  }

  /// Another channel's address may hold digits: they are nobody's telephone number.
  @ParameterizedTest
  @ValueSource(strings = {"messenger:1234567890", "whatsapp:+15551230199", "rcs:+15551230199"})
  void takesNothingOfAnotherChannelAndTextsNobodyForIt(String sender) throws Exception {
    Map<String, String> text = text("SM4" + sender, CHEST);
    text.put("From", sender);
    HttpResponse<String> answer = call("/sms/twilio/inbound", text);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("only SMS").doesNotContain("123", "chest");
    call("/sms/twilio/inbound", text("SM5" + sender, CHEST));
    assertThat(nextSent().value("To")).isEqualTo(from);
    assertThat(SENT).isEmpty();
  }

  @Test
  void movesATextOnlyForwardWhenTwilioReports() throws Exception {
    call("/sms/twilio/inbound", text("SM4", CHEST));
    URI page = URI.create(nextSent().value("StatusCallback"));
    assertThat(page.toString()).startsWith(PUBLIC + "/sms/twilio/status?id=");
    String path = "/sms/twilio/status?" + page.getRawQuery();
    String id = page.getRawQuery().substring("id=".length());
    assertThat(call(path, Map.of("MessageStatus", "delivered")).statusCode()).isEqualTo(200);
    assertThat(call(path, Map.of("MessageStatus", "sent")).statusCode()).isEqualTo(200);
    assertThat(call(path, Map.of("MessageStatus", "failed")).statusCode()).isEqualTo(200);
    assertThat(call(path, Map.of("MessageStatus", "eaten")).statusCode()).isEqualTo(400);
    assertThat(post(path, "MessageStatus=failed", "forged").statusCode()).isEqualTo(403);
    assertThat(state(id)).isEqualTo("DELIVERED");
  }

  @Test
  void saysThatItDidNotTakeATextWhenTheDatabaseIsDownAndLogsNothingOfIt(CapturedOutput log)
      throws Exception {
    try (RunningService.Outage outage = service.withoutDatabase()) {
      assertThat(outage.held()).isNotEmpty();
      assertThat(call("/sms/twilio/inbound", text("SM5", CHEST)).statusCode()).isEqualTo(500);
    }

    assertThat(stored()).isEmpty();
    assertThat(call("/sms/twilio/inbound", text("SM5", CHEST)).statusCode()).isEqualTo(200);
    assertThat(stored()).containsExactly(CHEST);
    assertThat(nextSent().value("To")).isEqualTo(from);
    assertThat(log.getAll()).doesNotContain(from.substring(1), "chest", TOKEN);
  }

  private static void sent(Request request, Response response) {
    SENT.add(TwilioForm.of(request.getBodyAsString()));
  }

  private static TwilioForm nextSent() throws InterruptedException {
    return Objects.requireNonNull(SENT.poll(10, TimeUnit.SECONDS), "no text was sent");
  }

  private static String state(String id) {
    return service
        .bean(JdbcClient.class)
        .sql("select state from outbox where id = :id")
        .param("id", id)
        .query(String.class)
        .single();
  }

  private List<String> stored() {
    return service
        .bean(JdbcClient.class)
        .sql("select id from message where provider_message_id like :prefix order by seq")
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

  private Map<String, String> text(String id, String words) {
    Map<String, String> text = new LinkedHashMap<>();
    text.put("ToCountry", "US");
    text.put("MessageSid", from + id);
    text.put("From", from);
    text.put("To", OWN);
    text.put("Body", words);
    text.put("NumMedia", "0");
    return text;
  }

  private HttpResponse<String> call(String path, Map<String, String> form) throws Exception {
    return post(path, body(form), signature(PUBLIC + path, form));
  }

  private static HttpResponse<String> post(String path, String body, String signature)
      throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service.base() + path))
        .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
        .POST(BodyPublishers.ofString(body));
    if (!signature.isEmpty()) {
      request.header("X-Twilio-Signature", signature);
    }
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  private static String body(Map<String, String> form) {
    return form.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static String signature(String url, Map<String, String> form)
      throws GeneralSecurityException {
    StringBuilder content = new StringBuilder(url);
    new TreeMap<>(form).forEach((name, value) -> content.append(name).append(value));
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
    return Base64.getEncoder()
        .encodeToString(mac.doFinal(content.toString().getBytes(StandardCharsets.UTF_8)));
  }
}
