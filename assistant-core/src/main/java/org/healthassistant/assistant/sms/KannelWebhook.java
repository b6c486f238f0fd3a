package org.healthassistant.assistant.sms;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.healthassistant.assistant.delivery.DeliveryReports;
import org.healthassistant.assistant.delivery.gateway.SmsProvider;
import org.healthassistant.assistant.delivery.gateway.SmsSettings;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.connector.sms.kannel.KannelInbound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/// What Kannel calls: for a text that came in, and for what became of one that went out.
///
/// It proves itself by the secret of its `get-url`. 200 with an empty body means stored (Kannel
/// texts a body to the sender); whatever failed on our side is a 500, on which Kannel tries again
/// with the same id where `http-request-retry` is set.
@RestController
@ConditionalOnSmsProvider(SmsProvider.KANNEL)
class KannelWebhook {

  private static final Logger LOG = LoggerFactory.getLogger(KannelWebhook.class);

  private final SmsSettings settings;
  private final InboundTextHandler handler;
  private final DeliveryReports reports;
  private final RealClock clock;

  KannelWebhook(
      SmsSettings settings, InboundTextHandler handler, DeliveryReports reports, RealClock clock) {
    this.settings = settings;
    this.handler = handler;
    this.reports = reports;
    this.clock = clock;
  }

  @GetMapping("/sms/kannel/inbound")
  ResponseEntity<String> inbound(HttpServletRequest request) {
    String query = query(request);
    return answer(query, () -> handler.take(KannelInbound.text(query, clock.instant())));
  }

  @GetMapping("/sms/kannel/status")
  ResponseEntity<String> status(HttpServletRequest request) {
    String query = query(request);
    return answer(query, () -> reports.apply(KannelInbound.report(parameters(query))));
  }

  private ResponseEntity<String> answer(String query, Runnable work) {
    try {
      if (!settings.kannel().proves(parameters(query).get("secret"))) {
        return plain(HttpStatus.UNAUTHORIZED, "parameter 'secret' is missing or wrong");
      }
      work.run();
      return plain(HttpStatus.OK, "");
    } catch (UnusableText e) {
      return plain(HttpStatus.BAD_REQUEST, Objects.requireNonNull(e.getMessage()));
    } catch (IllegalArgumentException e) {
      return plain(HttpStatus.BAD_REQUEST, Objects.requireNonNullElse(e.getMessage(), ""));
    } catch (RuntimeException e) {
      // The message of an exception may hold what the sender wrote; its kind and place do not.
      LOG.error("SM-004: a call of Kannel failed with {}; it will be tried again", place(e));
      return plain(HttpStatus.INTERNAL_SERVER_ERROR, "");
    }
  }

  private static String query(HttpServletRequest request) {
    return Objects.requireNonNullElse(request.getQueryString(), "");
  }

  /// Read here because the server refuses a query that is not UTF-8 as a whole, and a text need
  /// not be; what is not UTF-8 is none of the parameters that are read here.
  private static Map<String, String> parameters(String query) {
    MultiValueMap<String, String> raw =
        UriComponentsBuilder.newInstance().query(query).build().getQueryParams();
    return raw.entrySet().stream()
        .filter(entry -> entry.getValue().getFirst() != null)
        .collect(Collectors.toMap(
            Map.Entry::getKey,
            entry -> URLDecoder.decode(entry.getValue().getFirst(), StandardCharsets.UTF_8)));
  }

  private static String place(RuntimeException e) {
    StackTraceElement[] trace = e.getStackTrace();
    return e.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
  }

  private static ResponseEntity<String> plain(HttpStatus status, String body) {
    return ResponseEntity.status(status).contentType(MediaType.TEXT_PLAIN).body(body);
  }
}
