package org.healthassistant.assistant.sms;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.healthassistant.assistant.delivery.SentTextReader;
import org.healthassistant.assistant.delivery.gateway.SmsProvider;
import org.healthassistant.assistant.patient.PhoneNumbers;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.stream.EventStreams;
import org.healthassistant.assistant.turn.Accepted;
import org.healthassistant.connector.sms.InboundSms;
import org.healthassistant.connector.sms.demo.DemoGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/// The demo phone: a page on which the conversation by SMS is played, without a network.
@Controller
@ConditionalOnSmsProvider(SmsProvider.DEMO)
class DemoPhone {

  /// The number of ours that the demo phone writes to; of the range kept for fiction.
  static final String OWN_NUMBER = "+12025550199";

  private final InboundTextHandler handler;
  private final DemoNumbers demoNumbers;
  private final EventStreams streams;
  private final SentTextReader texts;
  private final PhoneNumbers numbers;
  private final RealClock clock;
  private final JsonMapper json;

  DemoPhone(
      InboundTextHandler handler,
      DemoNumbers demoNumbers,
      EventStreams streams,
      SentTextReader texts,
      PhoneNumbers numbers,
      RealClock clock,
      JsonMapper json) {
    this.handler = handler;
    this.demoNumbers = demoNumbers;
    this.streams = streams;
    this.texts = texts;
    this.numbers = numbers;
    this.clock = clock;
    this.json = json;
  }

  @GetMapping("/phone")
  String page(Model model) {
    model.addAttribute("numbers", demoNumbers.all());
    return "phone";
  }

  /// 204 when the text was taken; its reply comes by the outbox. 409 when the id was used for
  /// another text.
  @PostMapping(path = "/sms/demo/inbound", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<ProblemDetail> inbound(@RequestBody DemoText text) {
    Accepted accepted = handler.take(new InboundSms(
        DemoGateway.NAME,
        given("id", text.id()),
        given("from", text.from()),
        OWN_NUMBER,
        Objects.requireNonNullElse(text.text(), ""),
        clock.instant()));
    return accepted instanceof Accepted.OtherText
        ? problem(HttpStatus.CONFLICT, "id-used", "The id was used before for another text.")
        : ResponseEntity.noContent().build();
  }

  /// The texts to a number, those there are and then each as it goes out.
  @GetMapping("/sms/demo/outbox")
  void outbox(
      @RequestParam(name = "number", defaultValue = "") String number,
      @RequestHeader(name = "Last-Event-ID", defaultValue = "") String lastEventId,
      HttpServletResponse response) {
    String e164 = numbers
        .e164(number)
        .orElseThrow(() -> new UnusableText("number", "must be a phone number"));
    String hash = numbers.hashOf(e164);
    streams.serve(
        response,
        hash,
        SentTextReader.topic(hash),
        () -> true,
        new OutboxStream(e164, hash, lastEventId, texts, json));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unusable(UnusableText fault) {
    return problem(
        HttpStatus.BAD_REQUEST,
        "invalid-" + fault.parameter(),
        Objects.requireNonNull(fault.getMessage()));
  }

  private static String given(String name, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new UnusableText(name, "must be given");
    }
    return value;
  }

  private static ResponseEntity<ProblemDetail> problem(
      HttpStatus status, String code, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setProperty("code", code);
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  /// What the page sends.
  record DemoText(
      @Nullable String id, @Nullable String from, @Nullable String text) {
    @Override
    public String toString() {
      return "DemoText[REDACTED]";
    }
  }
}
