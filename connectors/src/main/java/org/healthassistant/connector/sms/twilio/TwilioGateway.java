package org.healthassistant.connector.sms.twilio;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.healthassistant.connector.http.HttpOutcome;
import org.healthassistant.connector.http.SingleAttemptHttpClient;
import org.healthassistant.connector.sms.OutgoingSms;
import org.healthassistant.connector.sms.SendOutcome;
import org.healthassistant.connector.sms.SmsGateway;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Sends by Twilio's `Messages` resource.
///
/// Twilio has no key against repeats, so whatever may have been taken is [SendOutcome.Unknown]:
/// a failure of its servers, a silence, half an answer. A report, which carries our own id,
/// settles it later. Safe for use by many threads.
public final class TwilioGateway implements SmsGateway {
  /// The name of this gateway.
  public static final String NAME = "twilio";

  private static final int REQUEST_TIMEOUT = 408;

  private final TwilioSettings settings;
  private final InstantSource clock;
  private final URI messages;
  private final SingleAttemptHttpClient http;
  private final JsonMapper json = JsonMapper.builder().build();

  /// A gateway with the given settings; opens no connection yet.
  ///
  /// @param clock what a `Retry-After` with a date is measured against
  public TwilioGateway(TwilioSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    this.messages = UriComponentsBuilder.fromUri(settings.baseUrl())
        .pathSegment("2010-04-01", "Accounts", settings.accountSid(), "Messages.json")
        .build()
        .toUri();
    this.http = new SingleAttemptHttpClient(settings.timeout());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public SendOutcome send(OutgoingSms sms) {
    HttpOutcome answer = http.postForm(
        messages,
        headers -> headers.setBasicAuth(
            settings.accountSid(), settings.authToken().reveal(), StandardCharsets.UTF_8),
        form(sms));
    return switch (answer) {
      case HttpOutcome.Answered answered -> outcome(answered);
      case HttpOutcome.NotSent notSent -> new SendOutcome.TryLater("connect-failed", null);
      case HttpOutcome.Broken broken -> new SendOutcome.Unknown(broken.code());
    };
  }

  private Map<String, String> form(OutgoingSms sms) {
    Map<String, String> form = new LinkedHashMap<>();
    String from = sms.from().isEmpty() ? settings.from() : sms.from();
    form.put("To", sms.to());
    form.put(from.matches("MG[0-9a-fA-F]{32}") ? "MessagingServiceSid" : "From", from);
    form.put("Body", sms.text());
    URI page = settings.statusUrl();
    if (page != null) {
      String id = "id=" + URLEncoder.encode(sms.id(), StandardCharsets.UTF_8);
      form.put("StatusCallback", page + (page.getRawQuery() == null ? "?" : "&") + id);
    }
    return form;
  }

  private SendOutcome outcome(HttpOutcome.Answered answered) {
    int status = answered.status();
    if (status >= 200 && status < 300) {
      String sid = field(answered.body(), "sid");
      return sid.isEmpty() ? new SendOutcome.Unknown("no-sid") : new SendOutcome.Accepted(sid);
    }
    boolean refused = status >= 400 && status < 500 && status != REQUEST_TIMEOUT;
    if (!refused) {
      return new SendOutcome.Unknown("http-" + status);
    }
    String code = field(answered.body(), "code");
    if (status == 429 || TwilioError.passes(code)) {
      String word = status == 429 ? "http-429" : TwilioError.word(code);
      return new SendOutcome.TryLater(word, answered.wait(clock.instant()));
    }
    if (status == 401 || status == 403) {
      return new SendOutcome.Refused(
          "auth-failed", "Twilio does not accept the account or its token");
    }
    return code.isEmpty()
        ? new SendOutcome.Refused("http-" + status, "Twilio refused the request as it is")
        : new SendOutcome.Refused(TwilioError.word(code), TwilioError.reason(code));
  }

  /// A member of the answer as text; empty where it has none or is no JSON.
  private String field(String body, String name) {
    try {
      JsonNode node = json.readTree(body).path(name);
      return node.isValueNode() && !node.isNull() ? node.asString() : "";
    } catch (JacksonException e) {
      return "";
    }
  }
}
