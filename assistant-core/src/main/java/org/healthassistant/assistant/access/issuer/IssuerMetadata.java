package org.healthassistant.assistant.access.issuer;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.healthassistant.assistant.access.IdentitySettings;
import org.healthassistant.assistant.store.RealClock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

/// What the issuer says of itself (OpenID Connect Discovery), asked for when it is first needed:
/// the service starts without it. Safe from any thread.
@Component
public class IssuerMetadata {

  private static final Logger LOG = LoggerFactory.getLogger(IssuerMetadata.class);
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration READ = Duration.ofSeconds(5);

  /// So long nobody asks again after a failure, so that requests do not queue up behind it.
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private static final ParameterizedTypeReference<Map<String, Object>> DOCUMENT =
      new ParameterizedTypeReference<>() {};

  private final @Nullable String issuer;
  private final RealClock clock;
  private final JdkClientHttpRequestFactory requests;
  private volatile @Nullable Map<String, Object> known;
  private volatile Instant notBefore = Instant.MIN;

  IssuerMetadata(IdentitySettings settings, RealClock clock) {
    this.issuer = settings.issuer() == null ? null : settings.issuer().toString();
    this.clock = clock;
    this.requests = new JdkClientHttpRequestFactory(
        HttpClient.newBuilder().connectTimeout(CONNECT).build());
    this.requests.setReadTimeout(READ);
  }

  /// The issuer's document.
  ///
  /// @throws IssuerAwayException if it cannot be had now
  public Map<String, Object> document() {
    Map<String, Object> document = known;
    return document == null ? ask() : document;
  }

  /// The address of that name; null where the issuer has none.
  ///
  /// @throws IssuerAwayException if the document cannot be had now
  public @Nullable String address(String name) {
    return document().get(name) instanceof String address ? address : null;
  }

  /// What requests to the issuer are made with: none waits for longer than a few seconds.
  public RestClient.Builder client() {
    return RestClient.builder().requestFactory(requests);
  }

  /// The same for those who take the older kind.
  RestTemplate template() {
    return new RestTemplate(requests);
  }

  private synchronized Map<String, Object> ask() {
    Map<String, Object> document = known;
    if (document != null) {
      return document;
    }
    if (issuer == null || clock.instant().isBefore(notBefore)) {
      throw new IssuerAwayException("the issuer could not be reached a moment ago");
    }
    try {
      document = client()
          .build()
          .get()
          .uri((issuer.endsWith("/") ? issuer : issuer + "/") + ".well-known/openid-configuration")
          .retrieve()
          .body(DOCUMENT);
    } catch (RestClientException away) {
      throw isAway("it cannot be reached or does not answer as it should ("
          + away.getClass().getSimpleName() + ")");
    }
    if (document == null || !issuer.equals(document.get("issuer"))) {
      throw isAway("what answers there calls itself by another name; write"
          + " 'assistant.identity.issuer' exactly as the issuer does");
    }
    known = document;
    return document;
  }

  private IssuerAwayException isAway(String why) {
    notBefore = clock.instant().plus(PAUSE);
    LOG.warn("AC-004: nobody can sign in: the issuer {}: {}", issuer, why);
    return new IssuerAwayException(why);
  }
}
