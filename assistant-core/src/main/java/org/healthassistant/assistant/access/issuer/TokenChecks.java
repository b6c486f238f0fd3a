package org.healthassistant.assistant.access.issuer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.store.RealClock;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

/// What a signed token must be like to be taken.
final class TokenChecks {

  private final RealClock clock;

  TokenChecks(RealClock clock) {
    this.clock = clock;
  }

  /// All checks: it is good at this time and has an end, which lies no further ahead than it may;
  /// it is of this issuer, and for this service.
  ///
  /// @param audience what `aud` must hold; empty: not looked at
  /// @param longest how far ahead its end may lie; empty: as far as it likes
  OAuth2TokenValidator<Jwt> all(
      String issuer, Optional<String> audience, Optional<Duration> longest) {
    List<OAuth2TokenValidator<Jwt>> checks = new ArrayList<>();
    JwtTimestampValidator timely = new JwtTimestampValidator();
    timely.setAllowEmptyExpiryClaim(false);
    checks.add(timely);
    checks.add(claim(JwtClaimNames.ISS, "issuer", issuer));
    audience.ifPresent(wanted -> checks.add(claim(JwtClaimNames.AUD, "audience", wanted)));
    longest.ifPresent(most -> checks.add(token -> endsWithin(token, most)));
    return new DelegatingOAuth2TokenValidator<>(checks);
  }

  private static OAuth2TokenValidator<Jwt> claim(String claim, String named, String wanted) {
    JwtClaimValidator<Object> holds = new JwtClaimValidator<>(
        claim,
        value -> value instanceof List<?> many
            ? many.contains(wanted)
            : value != null && wanted.equals(String.valueOf(value)));
    return token -> holds.validate(token).hasErrors()
        ? wrong("its " + named + " (" + claim + ") is not this service's")
        : OAuth2TokenValidatorResult.success();
  }

  private OAuth2TokenValidatorResult endsWithin(Jwt token, Duration most) {
    Instant end = token.getExpiresAt();
    return end == null || end.isAfter(clock.instant().plus(most))
        ? wrong("it is good for longer than " + most.toMinutes() + " minutes")
        : OAuth2TokenValidatorResult.success();
  }

  private static OAuth2TokenValidatorResult wrong(String why) {
    return OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", why, null));
  }
}
