package org.healthassistant.connector.fhir.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.text.ParseException;
import java.util.Base64;
import java.util.Optional;
import org.healthassistant.connector.Secret;
import org.jspecify.annotations.Nullable;

/// A private key with the algorithm that SMART asks for.
///
/// @param keyId the `kid` that the key itself carries; null if it carries none
record SigningKey(
    JWSSigner signer, JWSAlgorithm algorithm, @Nullable String keyId) {

  /// Reads a key.
  ///
  /// @throws IllegalArgumentException if it is none that can be signed with; its message is the
  ///     end of a sentence
  static SigningKey read(Secret key) {
    String text = key.reveal().strip();
    try {
      return text.startsWith("{") ? ofJwk(JWK.parse(text)) : ofPem(text);
    } catch (ParseException | GeneralSecurityException | JOSEException e) {
      throw unusable();
    }
  }

  static Optional<String> fault(Secret key) {
    try {
      read(key);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private static SigningKey ofJwk(JWK jwk) throws JOSEException {
    if (!jwk.isPrivate()) {
      throw new IllegalArgumentException("holds a public key only, but we sign with the private");
    }
    return switch (jwk) {
      case RSAKey rsa -> new SigningKey(new RSASSASigner(rsa), JWSAlgorithm.RS384, rsa.getKeyID());
      case ECKey ec -> ofCurve(new ECDSASigner(ec), ec.getKeyID());
      default -> throw unusable();
    };
  }

  private static SigningKey ofPem(String text) throws GeneralSecurityException, JOSEException {
    String[] parts = text.split("-----(BEGIN|END) PRIVATE KEY-----");
    if (parts.length < 2) {
      throw unusable();
    }
    byte[] bytes = Base64.getMimeDecoder().decode(parts[1]);
    PrivateKey key = privateKey(new PKCS8EncodedKeySpec(bytes));
    return key instanceof ECPrivateKey ec
        ? ofCurve(new ECDSASigner(ec), null)
        : new SigningKey(new RSASSASigner(key), JWSAlgorithm.RS384, null);
  }

  private static PrivateKey privateKey(PKCS8EncodedKeySpec spec) throws GeneralSecurityException {
    try {
      return KeyFactory.getInstance("RSA").generatePrivate(spec);
    } catch (GeneralSecurityException notRsa) {
      return KeyFactory.getInstance("EC").generatePrivate(spec);
    }
  }

  private static SigningKey ofCurve(ECDSASigner signer, @Nullable String keyId) {
    if (!signer.supportedJWSAlgorithms().contains(JWSAlgorithm.ES384)) {
      throw new IllegalArgumentException("is on another curve than P-384, which ES384 needs");
    }
    return new SigningKey(signer, JWSAlgorithm.ES384, keyId);
  }

  private static IllegalArgumentException unusable() {
    return new IllegalArgumentException(
        "is neither a private JWK nor a PEM in PKCS #8 ('-----BEGIN PRIVATE KEY-----') of RSA"
            + " or of EC on P-384");
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
