package org.healthassistant.assistant.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.healthassistant.assistant.store.RealClock;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/// The built-in issuer of demo mode: a key in the data directory, and tokens signed with it.
/// What it signs is read by the same decoder, with the same checks, as any other issuer's
/// tokens.
public final class DemoIssuer {

  /// Its name in tokens.
  public static final String ISSUER = "urn:health-assistant:demo";

  /// The audience of tokens for `/api`.
  public static final String API = "health-assistant";

  /// The claim that names who acts for the patient (`assistant.identity.acting-for-claim`).
  private static final String ACTING_FOR = "acting_for";

  private static final String FILE = "demo-issuer.jwk";

  private final RSAKey key;
  private final NimbusJwtEncoder encoder;
  private final RealClock clock;

  private DemoIssuer(RSAKey key, RealClock clock) {
    this.key = key;
    this.encoder = new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(key)));
    this.clock = clock;
  }

  /// The issuer of a data directory; its key is made on first use.
  static DemoIssuer in(Path dataDirectory, RealClock clock) {
    Path file = dataDirectory.resolve(FILE);
    try {
      if (Files.exists(file)) {
        return new DemoIssuer(RSAKey.parse(Files.readString(file)), clock);
      }
      RSAKey made = new RSAKeyGenerator(2048).keyID("demo").generate();
      OwnerOnlyFile.write(file, made.toJSONString());
      return new DemoIssuer(made, clock);
    } catch (IOException e) {
      throw new IllegalStateException(
          "AC-001: cannot read or write " + file + "; give the data directory to this user", e);
    } catch (ParseException | JOSEException e) {
      throw new IllegalStateException(
          "AC-002: " + file + " is not a key; delete it, and a new one is made", e);
    }
  }

  /// The ticket of a sign-in link: short, the same after every restart, and not to be guessed
  /// without the key.
  String ticket(String id) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.toRSAPrivateKey().getEncoded(), "HmacSHA256"));
      byte[] code = mac.doFinal(("sign-in/" + id).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(code, 15));
    } catch (GeneralSecurityException | JOSEException e) {
      throw new IllegalStateException("AC-002: the demo issuer's key cannot be used", e);
    }
  }

  /// The key by which its tokens are checked.
  public RSAPublicKey publicKey() {
    try {
      return key.toRSAPublicKey();
    } catch (JOSEException e) {
      throw new IllegalStateException("AC-002: the demo issuer's key cannot be read", e);
    }
  }

  /// A token.
  ///
  /// @param roles of a provider; empty for a patient
  String token(String subject, String name, List<String> roles, String audience, Duration term) {
    return token(subject, name, roles, Optional.empty(), audience, term);
  }

  /// As the other, for somebody who acts for the patient.
  ///
  /// @param actingFor who really calls; empty: the one whom the token is about
  String token(
      String subject,
      String name,
      List<String> roles,
      Optional<String> actingFor,
      String audience,
      Duration term) {
    Instant now = clock.instant();
    JwtClaimsSet.Builder claims = JwtClaimsSet.builder()
        .issuer(ISSUER)
        .subject(subject)
        .audience(List.of(audience))
        .claim("name", name)
        .issuedAt(now)
        .expiresAt(now.plus(term));
    actingFor.ifPresent(person -> claims.claim(ACTING_FOR, person));
    if (!roles.isEmpty()) {
      claims.claim("roles", roles);
    }
    return encoder.encode(JwtEncoderParameters.from(claims.build())).getTokenValue();
  }
}
