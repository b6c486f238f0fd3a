package org.healthassistant.connector.fhir.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.healthassistant.connector.Secret;
import org.healthassistant.connector.fhir.server.FhirServerException.Kind;
import org.healthassistant.connector.fhir.server.FhirServerSettings.BackendClient;
import org.healthassistant.connector.fhir.server.FhirServerSettings.PatientToken;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Gets access tokens by SMART Backend Services: `client_credentials` with an assertion that we
/// sign. One token is used by all threads until shortly before it expires.
final class AccessTokens implements FhirServer.Tokens {
  private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
  private static final Duration ASSERTION_LIFE = Duration.ofMinutes(4); // SMART allows five
  private static final Duration SPARE = Duration.ofSeconds(30);
  private static final long LIFE_UNTOLD = 60; // seconds
  private static final long LONGEST_LIFE = 3600; // SMART's recommendation is five minutes

  private final BackendClient client;
  private final SigningKey key;
  private final URI baseUrl;
  private final FhirHttp http;
  private final InstantSource clock;
  private @Nullable Token current;
  private @Nullable URI discovered;

  AccessTokens(BackendClient client, URI baseUrl, FhirHttp http, InstantSource clock) {
    this.client = client;
    this.key = SigningKey.read(client.key());
    this.baseUrl = baseUrl;
    this.http = http;
    this.clock = clock;
  }

  /// The one token that a portal handed over: there is no other to be had here when it ends or
  /// is refused.
  static FhirServer.Tokens handed(PatientToken given, InstantSource clock) {
    Token token =
        new Token(given.value(), GrantedScopes.of(given.scopes()), given.from(), given.until());
    AtomicBoolean refused = new AtomicBoolean();
    return new FhirServer.Tokens() {
      @Override
      public Token get(Deadline deadline) {
        if (refused.get() || !token.isGood(clock.instant())) {
          throw new FhirServerException(Kind.UNAUTHORIZED);
        }
        return token;
      }

      @Override
      public void forget(Token taken) {
        refused.set(true);
      }
    };
  }

  /// A token and what it is good for.
  ///
  /// @param from from when it was valid, by our clock
  record Token(Secret value, GrantedScopes scopes, Instant from, Instant until) {

    boolean isGood(Instant now) {
      return !now.isBefore(from) && now.isBefore(until);
    }
  }

  /// A token that is good for some time yet.
  ///
  /// @throws FhirServerException `UNAUTHORIZED` if none is given; else what happened on the way
  @Override
  public synchronized Token get(Deadline deadline) {
    Token known = current;
    if (known != null && known.isGood(clock.instant())) {
      return known;
    }
    Token fresh = request(deadline);
    current = fresh;
    return fresh;
  }

  /// Forgets a token that the server does not take any more.
  @Override
  public synchronized void forget(Token refused) {
    if (refused.equals(current)) {
      current = null;
    }
  }

  private Token request(Deadline deadline) {
    URI tokenUrl = tokenUrl(deadline);
    Instant now = clock.instant();
    String form = Map.of(
            "grant_type",
            "client_credentials",
            "scope",
            client.scopes(),
            "client_assertion_type",
            ASSERTION,
            "client_assertion",
            assertion(tokenUrl, now))
        .entrySet()
        .stream()
        .map(field ->
            field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
    JsonNode answer = Json.read(http.postForm(tokenUrl, form, deadline).body());
    String value = answer.path("access_token").asString("");
    if (value.isBlank() || !answer.path("token_type").asString("").equalsIgnoreCase("bearer")) {
      throw new FhirServerException(Kind.UNAUTHORIZED);
    }
    long life = Math.clamp(answer.path("expires_in").asLong(LIFE_UNTOLD), 1, LONGEST_LIFE);
    Duration spare = SPARE.getSeconds() * 2 < life ? SPARE : Duration.ofSeconds(life / 2);
    return new Token(
        new Secret(value),
        GrantedScopes.of(answer.path("scope").asString(client.scopes())),
        now,
        now.plusSeconds(life).minus(spare));
  }

  /// Where tokens are given: as configured, else as the server itself tells.
  private URI tokenUrl(Deadline deadline) {
    if (client.tokenUrl().isPresent()) {
      return client.tokenUrl().get();
    }
    URI known = discovered;
    if (known == null) {
      URI told = URI.create(baseUrl + "/.well-known/smart-configuration");
      known =
          tokenUrl(Json.read(http.get(told, "application/json", null, deadline).body()));
      discovered = known;
    }
    return known;
  }

  /// An assertion is worth a token, so it goes over TLS unless the server itself is without.
  private URI tokenUrl(JsonNode configuration) {
    try {
      URI url = URI.create(configuration.path("token_endpoint").asString(""));
      boolean safe = "https".equals(url.getScheme())
          || ("http".equals(url.getScheme()) && "http".equals(baseUrl.getScheme()));
      if (safe && url.getHost() != null) {
        return url;
      }
    } catch (IllegalArgumentException e) {
      // As one that is missing.
    }
    throw new FhirServerException(Kind.NOT_FHIR);
  }

  private String assertion(URI audience, Instant now) {
    JWSHeader.Builder header = new JWSHeader.Builder(key.algorithm()).type(JOSEObjectType.JWT);
    String keyId = client.keyId().orElse(key.keyId());
    if (keyId != null) {
      header.keyID(keyId);
    }
    SignedJWT jwt = new SignedJWT(
        header.build(),
        new JWTClaimsSet.Builder()
            .issuer(client.id())
            .subject(client.id())
            .audience(audience.toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(ASSERTION_LIFE)))
            .jwtID(UUID.randomUUID().toString())
            .build());
    try {
      jwt.sign(key.signer());
    } catch (JOSEException e) {
      throw new IllegalStateException("the assertion cannot be signed", e);
    }
    return jwt.serialize();
  }
}
