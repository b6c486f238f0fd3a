package org.healthassistant.assistant.sms;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Consumer;
import org.healthassistant.assistant.delivery.DeliveryReports;
import org.healthassistant.assistant.delivery.gateway.SmsProvider;
import org.healthassistant.assistant.delivery.gateway.SmsSettings;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.connector.sms.twilio.TwilioForm;
import org.healthassistant.connector.sms.twilio.TwilioInbound;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// What Twilio calls: for a text that came in, and for what became of one that went out.
///
/// It proves itself by its signature over the public address and every field. 200 with an empty
/// `Response` means stored, and that Twilio texts nothing by itself; whatever failed on our
/// side is a 500, on which Twilio turns to the number's fall-back address.
@RestController
@ConditionalOnSmsProvider(SmsProvider.TWILIO)
class TwilioWebhook {

  private static final Logger LOG = LoggerFactory.getLogger(TwilioWebhook.class);

  /// The exact document that says: reply nothing.
  private static final String NOTHING = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>";

  /// Twilio's longest calls are a tenth of this.
  private static final int LONGEST_BODY = 65_536;

  private final SmsSettings settings;
  private final InboundTextHandler handler;
  private final DeliveryReports reports;
  private final RealClock clock;

  TwilioWebhook(
      SmsSettings settings, InboundTextHandler handler, DeliveryReports reports, RealClock clock) {
    this.settings = settings;
    this.handler = handler;
    this.reports = reports;
    this.clock = clock;
  }

  @PostMapping("/sms/twilio/inbound")
  ResponseEntity<String> inbound(
      HttpServletRequest request,
      @RequestHeader(name = "X-Twilio-Signature", required = false) @Nullable String signature)
      throws IOException {
    return answer(
        request, signature, form -> handler.take(TwilioInbound.text(form, clock.instant())));
  }

  @PostMapping("/sms/twilio/status")
  ResponseEntity<String> status(
      HttpServletRequest request,
      @RequestHeader(name = "X-Twilio-Signature", required = false) @Nullable String signature)
      throws IOException {
    return answer(request, signature, form -> {
      TwilioForm query = TwilioForm.of(Objects.requireNonNullElse(request.getQueryString(), ""));
      reports.apply(TwilioInbound.report(query, form));
    });
  }

  private ResponseEntity<String> answer(
      HttpServletRequest request, @Nullable String signature, Consumer<TwilioForm> work)
      throws IOException {
    String body = body(request);
    try {
      TwilioForm form = TwilioForm.of(body);
      if (!settings.twilio().proves(called(request), form, signature)) {
        return plain(HttpStatus.FORBIDDEN, "X-Twilio-Signature is missing or wrong");
      }
      work.accept(form);
      return ResponseEntity.ok().contentType(MediaType.TEXT_XML).body(NOTHING);
    } catch (UnusableText | IllegalArgumentException e) {
      return plain(HttpStatus.BAD_REQUEST, Objects.requireNonNullElse(e.getMessage(), ""));
    } catch (RuntimeException e) {
      // The message of an exception may hold what the sender wrote; its kind does not.
      LOG.error("SM-005: a call of Twilio failed with {}; it was not taken", e.getClass());
      return plain(HttpStatus.INTERNAL_SERVER_ERROR, "");
    }
  }

  /// What is longer is cut, and its signature then proves nothing.
  private static String body(HttpServletRequest request) throws IOException {
    return new String(request.getInputStream().readNBytes(LONGEST_BODY), StandardCharsets.UTF_8);
  }

  private static String called(HttpServletRequest request) {
    String query = request.getQueryString();
    return request.getRequestURI() + (query == null ? "" : "?" + query);
  }

  private static ResponseEntity<String> plain(HttpStatus status, String body) {
    return ResponseEntity.status(status).contentType(MediaType.TEXT_PLAIN).body(body);
  }
}
