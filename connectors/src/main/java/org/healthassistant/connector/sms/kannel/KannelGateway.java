package org.healthassistant.connector.sms.kannel;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.healthassistant.connector.http.HttpOutcome;
import org.healthassistant.connector.http.SingleAttemptHttpClient;
import org.healthassistant.connector.sms.OutgoingSms;
import org.healthassistant.connector.sms.Segmentation.Encoding;
import org.healthassistant.connector.sms.Segmenter;
import org.healthassistant.connector.sms.SendOutcome;
import org.healthassistant.connector.sms.SmsGateway;
import org.springframework.web.util.UriComponentsBuilder;

/// Sends by Kannel's `sendsms` page.
///
/// A text that the short alphabet cannot hold is sent as UCS-2; left to itself, Kannel would
/// replace what does not fit by question marks. Safe for use by many threads.
public final class KannelGateway implements SmsGateway {
  /// The name of this gateway.
  public static final String NAME = "kannel";

  /// Delivered, failed, queued, accepted by the operator, rejected: all that Kannel reports.
  private static final String ALL_REPORTS = "31";

  private final KannelSettings settings;
  private final InstantSource clock;
  private final SingleAttemptHttpClient http;

  /// A gateway with the given settings; opens no connection yet.
  ///
  /// @param clock what a `Retry-After` with a date is measured against
  public KannelGateway(KannelSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    this.http = new SingleAttemptHttpClient(settings.timeout());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public SendOutcome send(OutgoingSms sms) {
    return switch (http.get(request(sms))) {
      case HttpOutcome.Answered answered -> outcome(answered);
      case HttpOutcome.NotSent notSent -> new SendOutcome.TryLater("connect-failed", null);
      case HttpOutcome.Broken broken -> new SendOutcome.Unknown(broken.code());
    };
  }

  private URI request(OutgoingSms sms) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("username", settings.username());
    parameters.put("password", settings.password().reveal());
    parameters.put("from", sms.from().isEmpty() ? settings.from() : sms.from());
    parameters.put("to", sms.to());
    parameters.put("text", sms.text());
    if (Segmenter.segment(sms.text()).encoding() == Encoding.UCS2) {
      parameters.put("coding", "2");
      parameters.put("charset", "UTF-8");
    }
    URI statusUrl = settings.statusUrl();
    if (statusUrl != null) {
      parameters.put("dlr-mask", ALL_REPORTS);
      parameters.put("dlr-url", statusUrl(statusUrl, sms.id()));
    }
    var uri = UriComponentsBuilder.fromUri(settings.sendUrl());
    parameters.keySet().forEach(name -> uri.queryParam(name, "{" + name + "}"));
    return uri.encode().buildAndExpand(parameters).toUri();
  }

  /// Our page with the message's id; Kannel fills in `%d`, so every other percent sign is
  /// doubled.
  private static String statusUrl(URI page, String id) {
    String own = page
        + (page.getRawQuery() == null ? "?" : "&")
        + "id="
        + URLEncoder.encode(id, StandardCharsets.UTF_8);
    return own.replace("%", "%%") + "&type=%d";
  }

  /// Kannel's own statuses: 202 accepted or queued, 4xx refused, 503 not now; see its user guide,
  /// "sendsms".
  private SendOutcome outcome(HttpOutcome.Answered answered) {
    int status = answered.status();
    boolean authorisation = answered.body().contains("Authorization failed");
    if (status == 202) {
      return new SendOutcome.Accepted(gatewayId(answered.body()));
    }
    if (status == 429 || (status == 503 && answered.body().contains("Temporal failure"))) {
      return new SendOutcome.TryLater("http-" + status, answered.wait(clock.instant()));
    }
    if (status == 401 || status == 403 || authorisation) {
      return new SendOutcome.Refused(
          "auth-failed", "Kannel does not accept the user name, the password or this host");
    }
    if (status >= 400 && status < 500) {
      return new SendOutcome.Refused("http-" + status, "Kannel refused the request as it is");
    }
    return new SendOutcome.Unknown("http-" + status);
  }

  /// Newer versions append an id: `0: Accepted for delivery: 8d0b…`.
  private static String gatewayId(String body) {
    String[] parts = body.strip().split(": ", 3);
    return parts.length == 3 ? parts[2].strip() : "";
  }
}
