package org.healthassistant.connector.fhir.server;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.healthassistant.connector.fhir.server.ScriptedFhir.json;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.healthassistant.connector.Secret;
import org.healthassistant.connector.fhir.server.FhirServerException.Kind;
import org.healthassistant.connector.fhir.server.FhirServerSettings.BackendClient;
import org.healthassistant.connector.record.RecordPart;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BackendServicesTest {

  @RegisterExtension
  final ScriptedFhir fhir = new ScriptedFhir();

  private final ECKey ec = ecKey(Curve.P_384);

  @BeforeEach
  void script() {
    fhir.answer(
        "/.well-known/smart-configuration",
        json("{\"token_endpoint\": \"http://localhost:" + fhir.server().port() + "/token\"}"));
    gives("token-1", "system/*.rs");
  }

  @Test
  void signsWithEs384AndUsesOneTokenForAllUntilShortlyBeforeItExpires() throws Exception {
    FhirServer server = open(ec.toJSONString(), "system/*.rs");
    server.read("pat", ReadState.NONE);
    server.read("pat", ReadState.NONE);
    assertThat(tokenRequests()).isEqualTo(1);
    assertThat(fhir.asked("/Observation"))
        .allSatisfy(
            asked -> assertThat(asked.getHeader("Authorization")).isEqualTo("Bearer token-1"));
    Map<String, String> form = form();
    assertThat(form)
        .containsEntry("grant_type", "client_credentials")
        .containsEntry("scope", "system/*.rs")
        .containsEntry(
            "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
    SignedJWT assertion = SignedJWT.parse(form.get("client_assertion"));
    assertThat(assertion.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES384);
    assertThat(assertion.getHeader().getKeyID()).isEqualTo("key-1");
    assertThat(assertion.verify(new ECDSAVerifier(ec.toPublicJWK()))).isTrue();
    var claims = assertion.getJWTClaimsSet();
    assertThat(claims.getIssuer()).isEqualTo("client-1").isEqualTo(claims.getSubject());
    assertThat(claims.getAudience())
        .containsExactly("http://localhost:" + fhir.server().port() + "/token");
    assertThat(claims.getJWTID()).isNotBlank();
    assertThat(claims.getExpirationTime().toInstant())
        .isBetween(fhir.now, fhir.now.plus(Duration.ofMinutes(5)));
    fhir.now = fhir.now.plusSeconds(271);
    server.read("pat", ReadState.NONE);
    assertThat(tokenRequests()).isEqualTo(2);
  }

  @Test
  void signsWithRs384FromAPem() throws Exception {
    RSAKey rsa = new RSAKeyGenerator(2048).generate();
    open(pem(rsa.toPrivateKey().getEncoded()), "system/*.rs").read("pat", ReadState.NONE);
    SignedJWT assertion = SignedJWT.parse(form().get("client_assertion"));
    assertThat(assertion.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS384);
    assertThat(assertion.verify(new RSASSAVerifier(rsa.toPublicJWK()))).isTrue();
  }

  @Test
  void takesANewTokenWhereTheOldOneIsRefusedAndOnlyOnce() {
    fhir.server()
        .stubFor(get(anyUrl())
            .withHeader("Authorization", equalTo("Bearer token-1"))
            .atPriority(1)
            .willReturn(aResponse().withStatus(401)));
    FhirServer server = open(ec.toJSONString(), "system/*.rs");
    assertThat(failure(server).kind()).isEqualTo(Kind.UNAUTHORIZED);
    gives("token-2", "system/*.rs");
    assertThat(server.read("pat", ReadState.NONE).failures()).isEmpty();
  }

  @Test
  void tellsWhatTheTokenDoesNotHoldAsUnreadWithoutAskingForIt() {
    gives(
        "token-1",
        "system/Patient.rs system/Observation.rs system/Condition.rs?category=x"
            + " system/AllergyIntolerance.cu launch");
    ServerReading reading = open(ec.toJSONString(), "system/*.rs").read("pat", ReadState.NONE);
    assertThat(reading.onto(null).incomplete())
        .contains(RecordPart.ALLERGIES, RecordPart.CONDITIONS, RecordPart.MEDICINES)
        .doesNotContain(RecordPart.MEASUREMENTS);
    assertThat(reading.failures()).containsEntry("AllergyIntolerance", Kind.FORBIDDEN);
    assertThat(fhir.asked("/AllergyIntolerance")).isEmpty();
  }

  @Test
  void saysThatNoTokenIsGiven() {
    fhir.server()
        .stubFor(post(urlPathEqualTo("/token"))
            .willReturn(aResponse().withStatus(400).withBody("{\"error\": \"invalid_client\"}")));
    assertThat(failure(open(ec.toJSONString(), "system/*.rs")).kind()).isEqualTo(Kind.UNAUTHORIZED);
    fhir.server()
        .stubFor(post(urlPathEqualTo("/token"))
            .willReturn(json("{\"access_token\": \"\", \"token_type\": \"bearer\"}")));
    assertThat(failure(open(ec.toJSONString(), "system/*.rs")).kind()).isEqualTo(Kind.UNAUTHORIZED);
    fhir.server().stubFor(post(urlPathEqualTo("/token")).willReturn(aResponse().withStatus(500)));
    assertThat(failure(open(ec.toJSONString(), "system/*.rs")).kind()).isEqualTo(Kind.FAILED);
    assertThat(fhir.asked("/Patient/pat")).isEmpty();
  }

  @Test
  void saysWhatIsWrongWithAKeyAndNothingOfIt() throws Exception {
    assertThat(fault(ec.toJSONString())).isEmpty();
    assertThat(fault(pem(ec.toPrivateKey().getEncoded()))).isEmpty();
    assertThat(fault(ec.toPublicJWK().toJSONString()).orElseThrow()).contains("public key only");
    assertThat(fault(ecKey(Curve.P_256).toJSONString()).orElseThrow()).contains("P-384");
    assertThat(fault("s3cr3t").orElseThrow()).contains("PKCS #8").doesNotContain("s3cr3t");
    assertThat(fault("-----BEGIN PRIVATE KEY-----\n!!!\n-----END PRIVATE KEY-----"))
        .isPresent();
    assertThat(fault("{\"kty\": \"oct\", \"k\": \"abc\"}")).isPresent();
  }

  private static Optional<String> fault(String key) {
    return BackendClient.faultOfKey(new Secret(key));
  }

  private FhirServer open(String key, String scopes) {
    return fhir.open(
        Optional.of(new BackendClient(
            "client-1", new Secret(key), Optional.empty(), scopes, Optional.empty())),
        FhirHttp.MOST_BYTES);
  }

  private void gives(String token, String scopes) {
    fhir.server()
        .stubFor(post(urlPathEqualTo("/token")).willReturn(json("""
        {"access_token": "%s", "token_type": "Bearer", "expires_in": 300, "scope": "%s"}""".formatted(token, scopes))));
  }

  private FhirServerException failure(FhirServer server) {
    return catchThrowableOfType(
        FhirServerException.class, () -> server.read("pat", ReadState.NONE));
  }

  private int tokenRequests() {
    return fhir.server().findAll(postRequestedFor(urlPathEqualTo("/token"))).size();
  }

  private Map<String, String> form() {
    String body = fhir.server()
        .findAll(postRequestedFor(urlPathEqualTo("/token")))
        .getFirst()
        .getBodyAsString();
    return Arrays.stream(body.split("&"))
        .map(field -> field.split("=", 2))
        .collect(Collectors.toMap(
            field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
  }

  private static String pem(byte[] key) {
    return "-----BEGIN PRIVATE KEY-----\n"
        + Base64.getMimeEncoder().encodeToString(key)
        + "\n-----END PRIVATE KEY-----\n";
  }

  private static ECKey ecKey(Curve curve) {
    try {
      return new ECKeyGenerator(curve).keyID("key-1").generate();
    } catch (com.nimbusds.jose.JOSEException e) {
      throw new AssertionError(e);
    }
  }
}
