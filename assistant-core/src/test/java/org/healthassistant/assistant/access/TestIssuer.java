package org.healthassistant.assistant.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// A small OpenID Connect provider on loopback: whoever the test names is signed in by it at
/// once, without a page. It checks what a client sends (redirect address, secret, PKCE) as a
/// real one does.
public final class TestIssuer implements AutoCloseable {

  public static final String AUDIENCE = "health-assistant";
  public static final String CLIENT = "assistant-pages";
  public static final String SECRET = "a-client-secret";

  private final RSAKey key = newKey();
  private final String name;
  private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
  private final JsonMapper json = JsonMapper.builder().build();
  private final HttpServer server;

  private volatile Map<String, Object> person = Map.of("sub", "nobody");
  private volatile Map<String, Object> inAccessTokenOnly = Map.of();
  private volatile Instant authenticated = Instant.now();
  private volatile boolean away;
  private volatile boolean ignoresPrompt;
  private volatile Map<String, String> lastAuthorization = Map.of();
  private volatile Map<String, String> lastSignOut = Map.of();

  private TestIssuer(String name, HttpServer server) {
    this.server = server;
    this.name = name.isEmpty() ? "http://127.0.0.1:" + server.getAddress().getPort() : name;
  }

  /// An issuer that answers.
  public static TestIssuer start() {
    TestIssuer issuer = new TestIssuer("", bind());
    issuer.server.createContext("/", issuer::answer);
    issuer.server.start();
    return issuer;
  }

  /// An issuer of that name whose keys nobody can fetch.
  public static TestIssuer named(String name) {
    return new TestIssuer(name, bind());
  }

  public String name() {
    return name;
  }

  /// Who is signed in by the next requests.
  ///
  /// @param claims of the ID token and of the access token
  public void signsIn(Map<String, Object> claims) {
    person = claims;
    inAccessTokenOnly = Map.of();
    authenticated = Instant.now();
  }

  /// Claims that only the access token holds.
  public void alsoInAccessToken(Map<String, Object> claims) {
    inAccessTokenOnly = claims;
  }

  /// When the person has shown who they are, where nobody asks them to do it again.
  public void authenticatedAt(Instant at) {
    authenticated = at;
  }

  /// Whether it answers nothing but 503.
  public void away(boolean isAway) {
    away = isAway;
  }

  /// Whether it passes over that people should show anew who they are.
  public void ignoresPrompt(boolean ignores) {
    ignoresPrompt = ignores;
  }

  /// What the last request for a sign-in asked for.
  public Map<String, String> lastAuthorization() {
    return lastAuthorization;
  }

  /// What the last request for a sign-out asked for.
  public Map<String, String> lastSignOut() {
    return lastSignOut;
  }

  /// A token of that subject for the service, good for five minutes.
  public String token(String subject) {
    return token(Map.of("sub", subject));
  }

  /// A token with these claims over the usual ones: an empty text takes a usual one out.
  public String token(Map<String, Object> claims) {
    Instant now = Instant.now();
    Map<String, Object> all = new HashMap<>(Map.of(
        "iss",
        name,
        "aud",
        AUDIENCE,
        "iat",
        Date.from(now),
        "exp",
        Date.from(now.plusSeconds(300))));
    all.putAll(claims);
    all.values().removeIf("(none)"::equals);
    return sign(all);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (away) {
        send(exchange, 503, "away");
        return;
      }
      switch (exchange.getRequestURI().getPath()) {
        case "/.well-known/openid-configuration" -> send(exchange, 200, discovery());
        case "/keys" -> send(exchange, 200, new JWKSet(key.toPublicJWK()).toString());
        case "/authorize" -> authorize(exchange);
        case "/token" -> exchangeCode(exchange);
        case "/end" -> end(exchange);
        default -> send(exchange, 404, "nothing here");
      }
    }
  }

  private String discovery() {
    return json.writeValueAsString(Map.of(
        "issuer",
        name,
        "authorization_endpoint",
        name + "/authorize",
        "token_endpoint",
        name + "/token",
        "jwks_uri",
        name + "/keys",
        "end_session_endpoint",
        name + "/end",
        "response_types_supported",
        List.of("code"),
        "subject_types_supported",
        List.of("public"),
        "id_token_signing_alg_values_supported",
        List.of("RS256"),
        "token_endpoint_auth_methods_supported",
        List.of("client_secret_basic")));
  }

  private void authorize(HttpExchange exchange) throws IOException {
    Map<String, String> asked = form(exchange.getRequestURI().getRawQuery());
    lastAuthorization = asked;
    if ("login".equals(asked.get("prompt")) && !ignoresPrompt) {
      authenticated = Instant.now();
    }
    String code = UUID.randomUUID().toString();
    codes.put(code, asked);
    exchange
        .getResponseHeaders()
        .add(
            "Location",
            asked.get("redirect_uri") + "?code=" + code + "&state="
                + java.net.URLEncoder.encode(asked.get("state"), UTF_8));
    exchange.sendResponseHeaders(302, -1);
  }

  private void exchangeCode(HttpExchange exchange) throws IOException {
    Map<String, String> sent = form(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    Map<String, String> asked = codes.remove(String.valueOf(sent.get("code")));
    String basic =
        "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(UTF_8));
    boolean good = asked != null
        && basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))
        && Objects.equals(asked.get("redirect_uri"), sent.get("redirect_uri"))
        && "S256".equals(asked.get("code_challenge_method"))
        && challenge(String.valueOf(sent.get("code_verifier"))).equals(asked.get("code_challenge"));
    if (asked == null || !good) {
      send(exchange, 400, "{\"error\":\"invalid_grant\"}");
      return;
    }
    Map<String, Object> id = new HashMap<>(person);
    id.put("aud", CLIENT);
    id.put("azp", CLIENT);
    id.put("nonce", asked.get("nonce"));
    id.put("auth_time", authenticated.getEpochSecond());
    Map<String, Object> access = new HashMap<>(person);
    access.put("azp", CLIENT);
    access.putAll(inAccessTokenOnly);
    send(
        exchange,
        200,
        json.writeValueAsString(Map.of(
            "token_type",
            "Bearer",
            "expires_in",
            300,
            "access_token",
            token(access),
            "id_token",
            token(id))));
  }

  private void end(HttpExchange exchange) throws IOException {
    lastSignOut = form(exchange.getRequestURI().getRawQuery());
    exchange
        .getResponseHeaders()
        .add("Location", lastSignOut.getOrDefault("post_logout_redirect_uri", name));
    exchange.sendResponseHeaders(302, -1);
  }

  private String sign(Map<String, Object> claims) {
    try {
      JWTClaimsSet.Builder set = new JWTClaimsSet.Builder();
      claims.forEach(set::claim);
      SignedJWT jwt = new SignedJWT(
          new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), set.build());
      jwt.sign(new RSASSASigner(key));
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static Map<String, String> form(String encoded) {
    return Stream.of(String.valueOf(encoded).split("&"))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2)
        .collect(Collectors.toMap(
            pair -> URLDecoder.decode(pair[0], UTF_8),
            pair -> URLDecoder.decode(pair[1], UTF_8),
            (one, other) -> one));
  }

  private static String challenge(String verifier) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpServer bind() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
