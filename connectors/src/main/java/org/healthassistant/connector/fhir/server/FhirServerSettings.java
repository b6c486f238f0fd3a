package org.healthassistant.connector.fhir.server;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.healthassistant.connector.Secret;

/// How a FHIR R4 server is reached.
///
/// @param baseUrl its address, as `https://fhir.example.org/r4`; a slash at its end is taken away
/// @param client how we prove ourselves; empty: not at all
/// @param timeout for connecting, and for each silence of the server; above 0
/// @param pageSize how many resources are asked for in one page, 1 to 1,000; servers may send
///     fewer
/// @param zone the time zone in which days and times are told
public record FhirServerSettings(
    URI baseUrl, Optional<BackendClient> client, Duration timeout, int pageSize, ZoneId zone) {

  /// Checks the ranges.
  public FhirServerSettings {
    String text = baseUrl.toString();
    if (text.endsWith("/")) {
      baseUrl = URI.create(text.substring(0, text.length() - 1));
    }
    if (!timeout.isPositive()) {
      throw new IllegalArgumentException("timeout must be above 0, got " + timeout);
    }
    if (pageSize < 1 || pageSize > 1000) {
      throw new IllegalArgumentException("pageSize must be from 1 to 1000, got " + pageSize);
    }
  }

  /// A client of SMART Backend Services, which signs with a private key.
  ///
  /// @param id as registered with the server
  /// @param key a JWK, or a PEM in PKCS #8: RSA of 2,048 bits or more (RS384) or EC on P-384
  ///     (ES384)
  /// @param keyId the `kid` of the public key as registered; empty: the JWK's own, else none
  /// @param scopes asked for, separated by spaces
  /// @param tokenUrl where tokens are given; empty: what the server's `smart-configuration` names
  public record BackendClient(
      String id, Secret key, Optional<String> keyId, String scopes, Optional<URI> tokenUrl) {

    /// What is wrong with the key, as the end of a sentence; empty: it can be signed with. Never
    /// repeats anything of it.
    public static Optional<String> faultOfKey(Secret key) {
      return SigningKey.fault(key);
    }
  }

  /// An access token of SMART App Launch that a portal got for one patient and handed over.
  ///
  /// @param value as the server takes it
  /// @param scopes what it may read, separated by spaces; a type that they do not hold is not
  ///     asked for
  /// @param from when it was handed over, by our clock
  /// @param until when it ends, by our clock
  public record PatientToken(Secret value, String scopes, Instant from, Instant until) {

    /// Whether scopes let anything be read.
    public static boolean readsAny(String scopes) {
      return !GrantedScopes.of(scopes).scopes().isEmpty();
    }

    @Override
    public String toString() {
      return "PatientToken[REDACTED]";
    }
  }
}
