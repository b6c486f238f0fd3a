package org.healthassistant.assistant.access;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Whose tokens are taken.
///
/// @param issuer an OpenID Connect issuer; null: demo mode, with a built-in one
/// @param audience what a token's `aud` must hold; null: not looked at
/// @param patientClaim the claim with the patient's id in the record
/// @param actingForClaim the claim that names who acts for the patient; null: none
/// @param roleClaim the claim with a provider's roles
@ConfigurationProperties("assistant.identity")
record IdentitySettings(
    @Nullable URI issuer,
    @Nullable String audience,
    @DefaultValue("sub") String patientClaim,
    @Nullable String actingForClaim,
    @DefaultValue("roles") String roleClaim) {}
