package org.healthassistant.connector.fhir.server;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.healthassistant.connector.fhir.server.FhirServerException.Kind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One page of a search.
///
/// @param entries of the Bundle that hold a resource, matches and what was included
/// @param matches how many of them are what was searched for
/// @param next where the next page is; null on the last
/// @param total how many matches the server counts over all pages; below 0 where it does not say
/// @param whole whether nothing in the page says that something was left out
record Page(List<JsonNode> entries, int matches, @Nullable URI next, long total, boolean whole) {
  private static final Set<String> HARMLESS =
      Set.of("informational", "success", "deleted", "not-found", "business-rule", "processing");

  /// Takes a page apart.
  ///
  /// @throws FhirServerException if it is no Bundle
  static Page of(JsonNode bundle) {
    if (!bundle.path("resourceType").asString("").equals("Bundle")) {
      throw new FhirServerException(Kind.NOT_FHIR);
    }
    List<JsonNode> entries = new ArrayList<>();
    int matches = 0;
    boolean whole = true;
    for (JsonNode entry : bundle.path("entry")) {
      JsonNode resource = entry.path("resource");
      String type = resource.path("resourceType").asString("");
      if (type.equals("OperationOutcome")) {
        whole &= !tellsOfLoss(resource);
      } else if (type.isEmpty()) {
        whole = false;
      } else {
        entries.add(entry);
        matches += entry.path("search").path("mode").asString("match").equals("match") ? 1 : 0;
      }
    }
    return new Page(
        List.copyOf(entries), matches, next(bundle), bundle.path("total").asLong(-1), whole);
  }

  /// Whether an outcome says that something is wrong with what was found: any error, and any
  /// warning that is more than a remark.
  private static boolean tellsOfLoss(JsonNode outcome) {
    boolean loss = outcome.path("issue").isEmpty();
    for (JsonNode issue : outcome.path("issue")) {
      loss |= switch (issue.path("severity").asString("")) {
        case "information", "success" -> false;
        case "warning" -> !HARMLESS.contains(issue.path("code").asString(""));
        default -> true;
      };
    }
    return loss;
  }

  private static @Nullable URI next(JsonNode bundle) {
    for (JsonNode link : bundle.path("link")) {
      if (link.path("relation").asString("").equals("next")) {
        try {
          return URI.create(link.path("url").asString(""));
        } catch (IllegalArgumentException e) {
          throw new FhirServerException(Kind.NOT_FHIR);
        }
      }
    }
    return null;
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
