package org.healthassistant.assistant.access;

import jakarta.validation.Valid;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.settings.HttpUrl;
import org.healthassistant.assistant.team.Role;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Whose tokens are taken, and how people sign in to the pages.
///
/// @param issuer OpenID Connect issuer; unset: demo mode
/// @param audience what a token's `aud` must hold; needed outside of demo mode
/// @param patientClaim the claim with the patient's id in the record
/// @param actingForClaim the claim that names who acts for the patient, by the id of the
///     `RelatedPerson` in the patient's record; it opens nothing without the patient's word
/// @param roleClaim the claim with a provider's roles; may be a path such as `realm_access.roles`
/// @param longestToken a token whose end lies further ahead is refused
/// @param memberByEmail true: a provider is the person of the care team with the e-mail address
///     of the token (`email`, which the issuer must have verified), instead of the one whose
///     `id` is the token's `sub`
@Validated
@ConfigurationProperties("assistant.identity")
public record IdentitySettings(
    @HttpUrl @Nullable URI issuer,
    @Nullable String audience,
    @DefaultValue("sub") String patientClaim,
    @Nullable String actingForClaim,
    @DefaultValue("roles") String roleClaim,

    @DurationMin(nanos = 1, message = "must be longer than zero") @DefaultValue("24h")
    Duration longestToken,

    @DefaultValue("false") boolean memberByEmail,
    @Valid @DefaultValue SignIn signIn,
    @Valid @DefaultValue Roles roles) {

  /// How people sign in to the pages.
  ///
  /// @param clientId this service as the issuer knows it; unset: nobody can sign in to a page
  /// @param clientSecret proves that it is this service; unset: a public client (PKCE alone)
  /// @param scopes what is asked for, with blanks between
  public record SignIn(
      @Nullable String clientId,
      @Nullable String clientSecret,
      @DefaultValue("openid profile") String scopes) {

    @Override
    public String toString() {
      return "SignIn[" + clientId + ", [REDACTED]]";
    }
  }

  /// Which of the issuer's roles mean which role here.
  ///
  /// @param nurse names of the role of nurses
  /// @param physician names of the role of physicians
  /// @param admin names of the role of administrators
  public record Roles(
      @DefaultValue("nurse") List<String> nurse,
      @DefaultValue("physician") List<String> physician,
      @DefaultValue("admin") List<String> admin) {

    /// Copies the lists.
    public Roles {
      nurse = List.copyOf(nurse);
      physician = List.copyOf(physician);
      admin = List.copyOf(admin);
    }

    /// The role of an issuer's name; empty when it means none.
    Optional<Role> find(String name) {
      if (nurse.contains(name)) {
        return Optional.of(Role.NURSE);
      }
      if (physician.contains(name)) {
        return Optional.of(Role.PHYSICIAN);
      }
      return admin.contains(name) ? Optional.of(Role.ADMIN) : Optional.empty();
    }
  }
}
