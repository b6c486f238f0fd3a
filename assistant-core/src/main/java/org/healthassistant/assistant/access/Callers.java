package org.healthassistant.assistant.access;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.healthassistant.assistant.team.CareTeam;
import org.healthassistant.assistant.team.Member;
import org.healthassistant.assistant.team.Role;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/// Reads the caller from a decoded token: with a known role a provider, else a patient.
@Component
class Callers {

  private final IdentitySettings settings;
  private final CareTeam team;

  Callers(IdentitySettings settings, CareTeam team) {
    this.settings = settings;
    this.team = team;
  }

  /// The caller; empty when the token names nobody.
  Optional<Caller> find(Jwt token) {
    Set<Role> roles = roles(token);
    if (!roles.isEmpty()) {
      return Optional.ofNullable(token.getSubject())
          .map(id -> new Caller(
              Caller.Kind.PROVIDER,
              id,
              team.member(id).map(Member::name).orElseGet(() -> name(token, id)),
              roles,
              Optional.empty()));
    }
    return Optional.ofNullable(token.getClaimAsString(settings.patientClaim()))
        .map(
            id -> new Caller(Caller.Kind.PATIENT, id, name(token, id), Set.of(), actingFor(token)));
  }

  private Optional<String> actingFor(Jwt token) {
    return settings.actingForClaim() == null
        ? Optional.empty()
        : Optional.ofNullable(token.getClaimAsString(settings.actingForClaim()));
  }

  private Set<Role> roles(Jwt token) {
    Object claim = token.getClaims().get(settings.roleClaim());
    Collection<?> named =
        claim instanceof Collection<?> many ? many : claim == null ? List.of() : List.of(claim);
    return named.stream()
        .map(String::valueOf)
        .map(Role::of)
        .flatMap(Optional::stream)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String name(Jwt token, String otherwise) {
    String name = token.getClaimAsString("name");
    return name == null ? otherwise : name;
  }
}
