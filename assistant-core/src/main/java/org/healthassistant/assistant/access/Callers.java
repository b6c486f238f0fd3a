package org.healthassistant.assistant.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.healthassistant.assistant.team.CareTeam;
import org.healthassistant.assistant.team.Member;
import org.healthassistant.assistant.team.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads the caller from the claims of a checked token: with a known role a provider, who must be
/// in the care team, else a patient.
@Component
public class Callers {

  private final IdentitySettings settings;
  private final CareTeam team;

  Callers(IdentitySettings settings, CareTeam team) {
    this.settings = settings;
    this.team = team;
  }

  /// Finds whom the claims name.
  public CallerMatch match(Map<String, ?> claims) {
    Set<Role> roles = roles(claims);
    return roles.isEmpty() ? patient(claims) : provider(claims, roles);
  }

  /// The roles that the claims give; empty: none that is known here.
  public Set<Role> roles(Map<String, ?> claims) {
    List<String> named = new ClaimPath(settings.roleClaim()).words(claims);
    return named.stream()
        .flatMap(name -> settings.roles().find(name).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Whether a provider who signed in before is still in the care team; a patient always is who
  /// they were.
  public boolean isCurrent(Caller caller) {
    return caller.kind() == Caller.Kind.PATIENT || team.member(caller.id()).isPresent();
  }

  private CallerMatch provider(Map<String, ?> claims, Set<Role> roles) {
    return member(claims)
        .<CallerMatch>map(member -> new CallerMatch.Known(
            new Caller(Caller.Kind.PROVIDER, member.id(), member.name(), roles, Optional.empty())))
        .orElseGet(CallerMatch.Stranger::new);
  }

  private Optional<Member> member(Map<String, ?> claims) {
    if (!settings.memberByEmail()) {
      return PersonId.read(claims.get("sub")).flatMap(team::member);
    }
    // An address that the provider has not verified can be anybody's.
    return Boolean.TRUE.equals(claims.get("email_verified"))
            && claims.get("email") instanceof String email
        ? memberOf(email)
        : Optional.empty();
  }

  private Optional<Member> memberOf(String email) {
    List<Member> found = team.members().stream()
        .filter(m -> m.email().filter(email.strip()::equalsIgnoreCase).isPresent())
        .toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private CallerMatch patient(Map<String, ?> claims) {
    Optional<String> id = PersonId.read(claims.get(settings.patientClaim()));
    if (id.isEmpty()) {
      return new CallerMatch.Nobody(
          "its claim '" + settings.patientClaim() + "' is missing or no id");
    }
    @Nullable
    Object acting =
        settings.actingForClaim() == null ? null : claims.get(settings.actingForClaim());
    Optional<String> actingFor = PersonId.read(acting);
    if (acting != null && actingFor.isEmpty()) {
      return new CallerMatch.Nobody("its claim '" + settings.actingForClaim() + "' is no id");
    }
    return new CallerMatch.Known(
        new Caller(Caller.Kind.PATIENT, id.get(), name(claims, id.get()), Set.of(), actingFor));
  }

  private static String name(Map<String, ?> claims, String otherwise) {
    return claims.get("name") instanceof String name && !name.isBlank() ? name : otherwise;
  }
}
