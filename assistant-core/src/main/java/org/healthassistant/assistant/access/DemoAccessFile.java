package org.healthassistant.assistant.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.healthassistant.assistant.store.StoreSettings;
import org.healthassistant.assistant.team.CareTeam;
import org.healthassistant.assistant.team.Member;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Writes `demo-access.json` (owner-only) into the data directory: tokens and sign-in links of
/// everybody who can be played. Tokens last across restarts as long as they are good.
@Component
public class DemoAccessFile {

  /// The path of sign-in links.
  public static final String SIGN_IN = "/sign-in";

  private static final String FILE = "demo-access.json";
  private static final Duration TERM = Duration.ofDays(365);

  private final Optional<DemoIssuer> issuer;
  private final CareTeam team;
  private final JwtDecoder decoder;
  private final Path file;
  private final JsonMapper json;
  private final Map<String, Caller> tickets = new ConcurrentHashMap<>();

  DemoAccessFile(
      Optional<DemoIssuer> issuer,
      CareTeam team,
      JwtDecoder decoder,
      StoreSettings store,
      JsonMapper json) {
    this.issuer = issuer;
    this.team = team;
    this.decoder = decoder;
    this.file = store.dataDirectory().resolve(FILE);
    this.json = json;
  }

  /// Writes the file, in demo mode.
  ///
  /// @param patients ids and names of the record's patients, each with who is related to them
  /// @return what was written; empty outside of demo mode
  public Optional<DemoAccess> write(String baseUrl, List<Person> patients) {
    return issuer.map(demo -> {
      Optional<DemoAccess> before = read();
      DemoAccess access = new DemoAccess(
          baseUrl,
          patients.stream().map(p -> patient(demo, baseUrl, p, before)).toList(),
          patients.stream()
              .flatMap(p -> p.relatives().stream().map(r -> caregiver(demo, baseUrl, p, r, before)))
              .toList(),
          team.members().stream().map(m -> provider(demo, baseUrl, m, before)).toList());
      save(access);
      return access;
    });
  }

  /// Whom a sign-in link's ticket signs in; empty when it is none of ours.
  public Optional<Caller> caller(String ticket) {
    return Optional.ofNullable(tickets.get(ticket));
  }

  private DemoAccess.PatientAccess patient(
      DemoIssuer demo, String baseUrl, Person person, Optional<DemoAccess> before) {
    String token = before.stream()
        .flatMap(b -> b.patients().stream())
        .filter(p -> p.id().equals(person.id()))
        .map(DemoAccess.PatientAccess::token)
        .filter(good())
        .findFirst()
        .orElseGet(() -> demo.token(person.id(), person.name(), List.of(), DemoIssuer.API, TERM));
    return new DemoAccess.PatientAccess(
        person.id(),
        person.name(),
        token,
        link(
            baseUrl,
            demo,
            new Caller(
                Caller.Kind.PATIENT, person.id(), person.name(), Set.of(), Optional.empty())));
  }

  private DemoAccess.CaregiverAccess caregiver(
      DemoIssuer demo,
      String baseUrl,
      Person patient,
      Relative relative,
      Optional<DemoAccess> before) {
    Optional<String> acting = Optional.of(relative.id());
    String token = before.stream()
        .flatMap(b -> b.caregivers().stream())
        .filter(c -> c.id().equals(relative.id()) && c.patient().equals(patient.id()))
        .map(DemoAccess.CaregiverAccess::token)
        .filter(good())
        .findFirst()
        .orElseGet(() ->
            demo.token(patient.id(), relative.name(), List.of(), acting, DemoIssuer.API, TERM));
    return new DemoAccess.CaregiverAccess(
        relative.id(),
        relative.name(),
        patient.id(),
        token,
        link(
            baseUrl,
            demo,
            new Caller(Caller.Kind.PATIENT, patient.id(), relative.name(), Set.of(), acting)));
  }

  private DemoAccess.ProviderAccess provider(
      DemoIssuer demo, String baseUrl, Member member, Optional<DemoAccess> before) {
    List<String> roles = List.of(member.role().code());
    String token = before.stream()
        .flatMap(b -> b.providers().stream())
        .filter(p -> p.id().equals(member.id()))
        .map(DemoAccess.ProviderAccess::token)
        .filter(good())
        .findFirst()
        .orElseGet(() -> demo.token(member.id(), member.name(), roles, DemoIssuer.API, TERM));
    return new DemoAccess.ProviderAccess(
        member.id(),
        member.name(),
        member.role().code(),
        token,
        link(
            baseUrl,
            demo,
            new Caller(
                Caller.Kind.PROVIDER,
                member.id(),
                member.name(),
                Set.of(member.role()),
                Optional.empty())));
  }

  private Predicate<String> good() {
    return token -> {
      try {
        decoder.decode(token);
        return true;
      } catch (JwtException e) {
        return false;
      }
    };
  }

  private String link(String baseUrl, DemoIssuer demo, Caller caller) {
    String ticket = demo.ticket(caller.kind() + "/" + caller.id()
        + caller.actingFor().map(person -> "/" + person).orElse(""));
    tickets.put(ticket, caller);
    return baseUrl + SIGN_IN + "?ticket=" + ticket;
  }

  private Optional<DemoAccess> read() {
    try {
      return Files.exists(file)
          ? Optional.of(json.readValue(Files.readString(file), DemoAccess.class))
          : Optional.empty();
    } catch (IOException | JacksonException e) {
      return Optional.empty();
    }
  }

  private void save(DemoAccess access) {
    try {
      OwnerOnlyFile.write(file, json.writerWithDefaultPrettyPrinter().writeValueAsString(access));
    } catch (IOException e) {
      throw new IllegalStateException(
          "AC-003: cannot write " + file + "; give the data directory to this user", e);
    }
  }

  /// A patient of the record.
  public record Person(String id, String name, List<Relative> relatives) {

    /// Copies the relatives.
    public Person {
      relatives = List.copyOf(relatives);
    }

    @Override
    public String toString() {
      return "Person[REDACTED]";
    }
  }

  /// A person related to a patient of the record.
  public record Relative(String id, String name) {
    @Override
    public String toString() {
      return "Relative[REDACTED]";
    }
  }
}
