package org.healthassistant.connector.fhir.server;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.healthassistant.connector.Secret;
import org.healthassistant.connector.fhir.server.FhirServerException.Kind;
import org.healthassistant.connector.fhir.server.ReadState.TypeState;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A FHIR R4 server from which patients' records are read. Opens no connection before it is asked
/// something; safe for use by many threads; blocks, so it is called on virtual threads.
public final class FhirServer {
  /// How many questions one server is asked at the same time.
  static final int AT_ONCE = 6;

  /// How long one reading of a patient may take in all.
  static final Duration LONGEST = Duration.ofSeconds(60);

  /// How many resources of one type are read.
  static final int MOST_RESOURCES = 20_000;

  /// How large all pages of one reading may be together.
  static final long MOST_BYTES = 8L * FhirHttp.MOST_BYTES;

  /// For how long a copy may be carried on by changes alone: what is deleted is no change.
  static final Duration WHOLE_AGAIN = Duration.ofHours(24);

  /// The same of a type in which something could not be read: it may have been a short trouble.
  static final Duration FLAWED_AGAIN = Duration.ofHours(1);

  private static final Duration OFFER_KNOWN = Duration.ofHours(1);
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");
  private static final String JSON = "application/fhir+json";

  private final FhirServerSettings settings;
  private final InstantSource clock;
  private final FhirHttp http;
  private final @Nullable Tokens tokens;
  private final Semaphore places;
  private final AtomicReference<Offer> offered;

  /// A server that is reached so.
  ///
  /// @param clock ours
  /// @throws IllegalArgumentException if the client's key cannot be signed with
  public FhirServer(FhirServerSettings settings, InstantSource clock) {
    this(settings, clock, FhirHttp.MOST_BYTES);
  }

  FhirServer(FhirServerSettings settings, InstantSource clock, int mostBytes) {
    this.settings = settings;
    this.clock = clock;
    this.http = new FhirHttp(settings.timeout(), clock, mostBytes);
    this.tokens = settings
        .client()
        .map(client -> new AccessTokens(client, settings.baseUrl(), http, clock))
        .orElse(null);
    this.places = new Semaphore(AT_ONCE, true);
    this.offered = new AtomicReference<>(new Offer(OfferedTypes.UNTOLD, Instant.MIN));
  }

  private FhirServer(FhirServer same, Tokens tokens) {
    this.settings = same.settings;
    this.clock = same.clock;
    this.http = same.http;
    this.places = same.places;
    this.offered = same.offered;
    this.tokens = tokens;
  }

  /// Where access tokens come from.
  interface Tokens {
    /// A token that is good for some time yet.
    ///
    /// @throws FhirServerException `UNAUTHORIZED` if there is none
    AccessTokens.Token get(Deadline deadline);

    /// Forgets a token that the server does not take any more.
    void forget(AccessTokens.Token refused);
  }

  /// What the server offers, and when it said so.
  private record Offer(OfferedTypes types, Instant at) {}

  /// The same server, asked with a token that a portal handed over for one patient. It shares
  /// connections and places with this one.
  public FhirServer with(FhirServerSettings.PatientToken token) {
    return new FhirServer(this, AccessTokens.handed(token, clock));
  }

  /// Reads a patient: everything of a type that was not read in the last day, of the others what
  /// changed since.
  ///
  /// @param patientId the resource's id at the server; one that cannot be an id is not found
  /// @param before what the last reading came to
  /// @throws FhirServerException if not even the patient could be read; then nothing is known of
  ///     the rest
  public ServerReading read(String patientId, ReadState before) {
    if (!ID.matcher(patientId).matches()) {
      throw new FhirServerException(Kind.NOT_FOUND);
    }
    Deadline deadline = Deadline.in(LONGEST);
    JsonNode patient = Json.read(get(url("/Patient/" + patientId), deadline).body());
    if (!patient.path("resourceType").asString("").equals("Patient")
        || !patient.path("id").asString("").equals(patientId)) {
      throw new FhirServerException(Kind.NOT_FHIR);
    }
    OfferedTypes offer = offered(deadline);
    AtomicLong left = new AtomicLong(MOST_BYTES);
    TypeSearch search = new TypeSearch(
        settings.baseUrl(),
        (uri, end) -> counted(get(uri, end), left),
        settings.pageSize(),
        MOST_RESOURCES);
    List<TypeReading> types = together(
        search, patientId, all(search, patientId, before, offer, deadline), offer, deadline);
    List<JsonNode> referred = referred(search, types, deadline);
    try {
      return ServerReading.of(
          patient, types, referred, before, offer, clock.instant(), settings.zone());
    } catch (IllegalArgumentException e) {
      throw new FhirServerException(Kind.NOT_FHIR); // the patient itself cannot be read
    }
  }

  private static FhirHttp.Answer counted(FhirHttp.Answer page, AtomicLong left) {
    if (left.addAndGet(-page.body().length) < 0) {
      throw new FhirServerException(Kind.TOO_LARGE);
    }
    return page;
  }

  /// What writes to the same server.
  public FhirWriter writer() {
    return new FhirWriter(this);
  }

  /// The ids of some patients of the server, for trying it out.
  ///
  /// @throws FhirServerException if they could not be read
  public List<String> patients(int most) {
    Deadline deadline = Deadline.in(LONGEST);
    JsonNode bundle = Json.read(get(url("/Patient?_count=" + most), deadline).body());
    return Page.of(bundle).entries().stream()
        .map(entry -> entry.path("resource").path("id").asString(""))
        .filter(id -> ID.matcher(id).matches())
        .limit(most)
        .toList();
  }

  private List<TypeReading> all(
      TypeSearch search,
      String patientId,
      ReadState before,
      OfferedTypes offer,
      Deadline deadline) {
    GrantedScopes scopes =
        tokens == null ? GrantedScopes.ALL : tokens.get(deadline).scopes();
    return inParallel(SearchedType.ALL, type -> {
      GrantedScopes.Extent extent = scopes.extent(type.name());
      if (!offer.has(type.name())) {
        return TypeReading.none(type.name(), clock.instant());
      }
      if (extent == GrantedScopes.Extent.NOTHING) {
        return TypeReading.failed(type.name(), new FhirServerException(Kind.FORBIDDEN));
      }
      TypeReading read =
          search.read(type, patientId, since(before.find(type.name())), offer, deadline);
      return extent == GrantedScopes.Extent.ALL ? read : read.inPart();
    });
  }

  /// From when on changes are enough; null: the type has to be read whole.
  private @Nullable Instant since(@Nullable TypeState known) {
    if (known == null) {
      return null;
    }
    Instant now = clock.instant();
    Instant again = known.wholeAt().plus(known.flawed() ? FLAWED_AGAIN : WHOLE_AGAIN);
    return now.isBefore(known.wholeAt()) || !now.isBefore(again) ? null : known.readTo();
  }

  /// Reads types again, and whole, whose resources name each other, if one of them changed.
  private List<TypeReading> together(
      TypeSearch search,
      String patientId,
      List<TypeReading> read,
      OfferedTypes offer,
      Deadline deadline) {
    boolean changed = read.stream()
        .filter(type -> SearchedType.TOGETHER.contains(type.type()))
        .anyMatch(type -> type.since() != null && type.foundSome());
    if (!changed) {
      return read;
    }
    return inParallel(SearchedType.ALL, type -> {
      TypeReading first = read.get(SearchedType.ALL.indexOf(type));
      if (!SearchedType.TOGETHER.contains(type.name()) || first.since() == null) {
        return first;
      }
      TypeReading whole = search.read(type, patientId, null, offer, deadline);
      return first.partly() ? whole.inPart() : whole;
    });
  }

  /// What the found resources refer to and was not included, by type and in portions.
  private static List<JsonNode> referred(
      TypeSearch search, List<TypeReading> types, Deadline deadline) {
    List<JsonNode> found = new ArrayList<>();
    Set<String> asked = new HashSet<>();
    for (int round = 0; round < 2 && !deadline.isPast(); round++) { // of a role the person in it
      List<JsonNode> referring = new ArrayList<>(found);
      types.forEach(type -> referring.addAll(type.entries()));
      References.missing(referring, asked, search.baseUrl())
          .forEach((type, ids) -> found.addAll(search.byId(type, ids, deadline)));
    }
    return found;
  }

  private static <T> List<TypeReading> inParallel(List<T> items, Function<T, TypeReading> read) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running =
          items.stream().map(item -> threads.submit(() -> read.apply(item))).toList();
      List<TypeReading> results = new ArrayList<>();
      for (var each : running) {
        try {
          results.add(each.get());
        } catch (ExecutionException e) {
          throw e.getCause() instanceof RuntimeException cause
              ? cause
              : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new FhirServerException(Kind.BROKEN_OFF);
        }
      }
      return results;
    }
  }

  /// What the server offers, asked for once an hour; a server that does not say is asked for
  /// everything.
  private OfferedTypes offered(Deadline deadline) {
    Instant now = clock.instant();
    Instant last = offered.get().at();
    if (now.isBefore(last) || !now.isBefore(last.plus(OFFER_KNOWN))) {
      try {
        offered.set(new Offer(
            OfferedTypes.of(Json.read(get(url("/metadata"), deadline).body())), now));
      } catch (FhirServerException e) {
        return offered.get().types();
      }
    }
    return offered.get().types();
  }

  URI url(String path) {
    return URI.create(settings.baseUrl() + path);
  }

  /// Gets something.
  FhirHttp.Answer get(URI uri, Deadline deadline) {
    return ask((http, token) -> http.get(uri, JSON, token, deadline), deadline);
  }

  /// One question to the server.
  interface Question {

    /// Asks it.
    ///
    /// @param token null: without one
    FhirHttp.Answer ask(FhirHttp http, @Nullable Secret token);
  }

  /// Asks something with a token; where the server does not take it any more, once with a new
  /// one.
  FhirHttp.Answer ask(Question question, Deadline deadline) {
    try {
      if (!places.tryAcquire(deadline.left(), TimeUnit.NANOSECONDS)) {
        throw new FhirServerException(Kind.CROWDED); // no word of the server's
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FhirServerException(Kind.BROKEN_OFF);
    }
    try {
      if (tokens == null) {
        return question.ask(http, null);
      }
      AccessTokens.Token token = tokens.get(deadline);
      try {
        return question.ask(http, token.value());
      } catch (FhirServerException e) {
        if (e.kind() != Kind.UNAUTHORIZED) {
          throw e;
        }
        tokens.forget(token);
        return question.ask(http, tokens.get(deadline).value());
      }
    } finally {
      places.release();
    }
  }

  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }
}
