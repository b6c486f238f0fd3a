package org.healthassistant.connector.fhir.server;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.healthassistant.connector.fhir.server.FhirServerException.Kind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Searches one type of one patient, page by page.
///
/// @param baseUrl of the server, without a slash at its end
/// @param pages gets a page with the token of this reading
/// @param pageSize how many are asked for in a page
/// @param most how many resources of a type are read
record TypeSearch(
    URI baseUrl, BiFunction<URI, Deadline, FhirHttp.Answer> pages, int pageSize, int most) {

  /// Changes are asked for from a little before: what was written while the last reading ran may
  /// bear an earlier time.
  static final Duration OVERLAP = Duration.ofMinutes(2);

  /// Reads a type.
  ///
  /// @param since only what changed after this, and a little before; null: all
  TypeReading read(
      SearchedType type,
      String patientId,
      @Nullable Instant since,
      OfferedTypes offered,
      Deadline deadline) {
    TypeReading first = ask(type, "", patientId, since, offered, deadline);
    if (!isRefused(first)) {
      return first;
    }
    TypeReading narrowed = type.narrowed().isEmpty()
        ? first
        : ask(type, "&" + type.narrowed(), patientId, since, offered, deadline);
    // A server that cannot tell what changed is asked for all.
    return isRefused(narrowed) && since != null
        ? read(type, patientId, null, offered, deadline)
        : narrowed;
  }

  /// Whether the server did not take the question itself.
  private static boolean isRefused(TypeReading reading) {
    return reading.at() == null
        && reading.failure().map(why -> why.kind() == Kind.REFUSED).orElse(false);
  }

  private TypeReading ask(
      SearchedType type,
      String narrowed,
      String patientId,
      @Nullable Instant since,
      OfferedTypes offered,
      Deadline deadline) {
    Found found = new Found(type.name(), since);
    try {
      found.follow(URI.create(question(type, patientId, since, offered) + narrowed), deadline);
      return found.reading(Optional.empty());
    } catch (FhirServerException e) {
      return found.reading(Optional.of(e));
    }
  }

  /// Gets resources by their ids, as far as the server gives them.
  List<JsonNode> byId(String type, List<String> ids, Deadline deadline) {
    Found found = new Found(type, null);
    try {
      String list = encoded(String.join(",", ids));
      found.follow(
          URI.create(baseUrl + "/" + type + "?_id=" + list + "&_count=" + pageSize), deadline);
    } catch (FhirServerException e) {
      // What they are called stays unknown; a medicine without a name is told as unread.
    }
    return found.entries;
  }

  private String question(
      SearchedType type, String patientId, @Nullable Instant since, OfferedTypes offered) {
    StringBuilder url = new StringBuilder(baseUrl + "/" + type.name());
    url.append("?patient=").append(encoded(patientId)).append("&_count=").append(pageSize);
    for (String reference : type.included()) {
      if (offered.includes(type.name(), reference)) {
        url.append("&_include=").append(encoded(type.name() + ":" + reference));
      }
    }
    if (since != null) {
      url.append("&_lastUpdated=ge").append(encoded(since.minus(OVERLAP).toString()));
    }
    return url.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /// Only ever below the address that was configured: a page elsewhere would be given the token,
  /// and could be anybody's.
  private URI checked(URI from, URI next) {
    URI target = from.resolve(next).normalize();
    String path = String.valueOf(target.getPath());
    String base = String.valueOf(baseUrl.getPath());
    boolean same = baseUrl.getScheme().equalsIgnoreCase(target.getScheme())
        && baseUrl.getHost().equalsIgnoreCase(target.getHost())
        && port(baseUrl) == port(target)
        && target.getUserInfo() == null
        && (path.equals(base) || path.startsWith(base + "/"));
    if (!same) {
      throw new FhirServerException(Kind.FOREIGN_PAGE);
    }
    return target;
  }

  private static int port(URI uri) {
    return uri.getPort() >= 0
        ? uri.getPort()
        : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
  }

  /// What was found so far.
  private final class Found {
    private final String type;
    private final @Nullable Instant since;
    private final List<JsonNode> entries = new ArrayList<>();
    private boolean whole = true;
    private long matches;
    private long total;
    private @Nullable Instant at;
    private @Nullable URI latest;

    Found(String type, @Nullable Instant since) {
      this.type = type;
      this.since = since;
    }

    void follow(URI first, Deadline deadline) {
      Set<URI> seen = new HashSet<>();
      URI url = first;
      while (url != null) {
        if (!seen.add(url)) {
          throw new FhirServerException(Kind.FOREIGN_PAGE);
        }
        FhirHttp.Answer answer = pages.apply(url, deadline);
        take(Page.of(Json.read(answer.body())), answer.at());
        if (entries.size() > most) {
          throw new FhirServerException(Kind.TOO_LARGE);
        }
        URI next = latest;
        url = next == null ? null : checked(url, next);
      }
    }

    private void take(Page page, Instant answered) {
      at = at == null ? answered : at;
      entries.addAll(page.entries());
      matches += page.matches();
      total = Math.max(total, page.total());
      whole &= page.whole();
      latest = page.next();
    }

    TypeReading reading(Optional<FhirServerException> failure) {
      boolean fewer = failure.isEmpty() && matches < total;
      return new TypeReading(type, List.copyOf(entries), since, failure, !whole || fewer, at);
    }
  }
}
