package org.healthassistant.assistant.record.server;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.healthassistant.assistant.settings.Checked;
import org.healthassistant.assistant.settings.Consistent;
import org.healthassistant.assistant.settings.Fault;
import org.healthassistant.assistant.settings.HttpUrl;
import org.healthassistant.connector.Secret;
import org.healthassistant.connector.fhir.server.FhirServerSettings;
import org.healthassistant.connector.fhir.server.FhirServerSettings.BackendClient;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How the FHIR R4 server is reached from which records are read.
///
/// @param baseUrl of a FHIR R4 server from which records are read, in place of a directory, as
///     `https://fhir.example.org/r4`
/// @param auth how we prove ourselves: not at all, by SMART Backend Services, or by the token of
///     each patient that a portal hands over (`PUT /api/v1/me/record/token`)
/// @param clientId as registered with the server; needed with smart-backend
/// @param privateKey what we sign with: a private JWK, or a PEM in PKCS #8, of RSA (RS384) or
///     of EC on P-384 (ES384); needed with smart-backend
/// @param keyId the `kid` of the public key as registered; unset: the JWK's own
/// @param scopes asked for, separated by spaces; a type that they do not hold is told as not
///     available
/// @param tokenUrl where tokens are given; unset: what the server's
///     `.well-known/smart-configuration` names
/// @param fresh how old a copy may be before it is read again: when it is needed, and in the
///     background
/// @param timeout for connecting, and for each silence of the server
/// @param patience how long a question to the record waits for a reading that is under way;
///     then the copy of before is told with its age
@Validated
@Consistent
@ConfigurationProperties("assistant.record.fhir")
record FhirSettings(
    @HttpUrl @Nullable URI baseUrl,
    @DefaultValue("none") Auth auth,
    @Nullable String clientId,
    @Nullable Secret privateKey,
    @Nullable String keyId,
    @DefaultValue("system/*.rs") String scopes,
    @HttpUrl @Nullable URI tokenUrl,

    @DurationMin(seconds = 1, message = "must be one second or more") @DefaultValue("15m")
    Duration fresh,

    @DurationMin(nanos = 1, message = "must be longer than zero") @DefaultValue("10s")
    Duration timeout,

    @DurationMin(message = "must not be negative") @DefaultValue("2s")
    Duration patience)
    implements Checked {

  private static final int PAGE_SIZE = 500;

  /// How we prove ourselves.
  enum Auth {
    /// Not at all.
    NONE,
    /// By SMART Backend Services.
    SMART_BACKEND,
    /// By the token of each patient that a portal hands over.
    PATIENT_TOKEN
  }

  @Override
  public List<Fault> faults() {
    List<Fault> faults = new ArrayList<>();
    URI base = baseUrl;
    if (base == null) {
      return faults;
    }
    if ("http".equals(base.getScheme()) && !Loopback.is(base)) {
      faults.add(new Fault("base-url", "begins with http, but records need https"));
    }
    URI tokens = tokenUrl;
    if (tokens != null && "http".equals(tokens.getScheme()) && !Loopback.is(tokens)) {
      faults.add(new Fault("token-url", "begins with http, but what is worth a token needs https"));
    }
    if (auth == Auth.SMART_BACKEND) {
      if (clientId == null || clientId.isBlank()) {
        faults.add(new Fault("client-id", "is needed with smart-backend"));
      }
      if (privateKey == null) {
        faults.add(new Fault("private-key", "is needed with smart-backend"));
      } else {
        BackendClient.faultOfKey(privateKey)
            .ifPresent(what -> faults.add(new Fault("private-key", what)));
      }
    }
    return faults;
  }

  /// The settings of the connector.
  ///
  /// @throws NullPointerException if one is missing, which validation has found before
  FhirServerSettings complete(ZoneId zone) {
    Optional<BackendClient> client = auth != Auth.SMART_BACKEND
        ? Optional.empty()
        : Optional.of(new BackendClient(
            Objects.requireNonNull(clientId),
            Objects.requireNonNull(privateKey),
            Optional.ofNullable(keyId),
            scopes,
            Optional.ofNullable(tokenUrl)));
    return new FhirServerSettings(
        Objects.requireNonNull(baseUrl), client, timeout, PAGE_SIZE, zone);
  }
}
