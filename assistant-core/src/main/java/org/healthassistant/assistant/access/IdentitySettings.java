package org.healthassistant.assistant.access;

import java.net.URI;
import org.healthassistant.assistant.settings.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Whose tokens are taken.
///
/// @param issuer OpenID Connect issuer; unset: demo mode
/// @param audience what a token's `aud` must hold
/// @param patientClaim the claim with the patient's id in the record
/// @param actingForClaim the claim that names who acts for the patient
/// @param roleClaim the claim with a provider's roles
@Validated
@ConfigurationProperties("assistant.identity")
record IdentitySettings(
    @HttpUrl @Nullable URI issuer,
    @Nullable String audience,
    @DefaultValue("sub") String patientClaim,
    @Nullable String actingForClaim,
    @DefaultValue("roles") String roleClaim) {}
