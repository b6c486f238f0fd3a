package org.healthassistant.connector.fhir;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// A Bundle taken apart into its entries, each with the line it begins on. Knows JSON, not FHIR's
/// types.
///
/// @param entries in the file's order
/// @param asOf the Bundle's time stamp, or else when it was last updated; null if it has neither
/// @param newestFirst whether it is a history, in which later versions stand first
/// @param cut whether the source says that it left something out: a further page, an error in
///     place of a resource, a summary
record BundleFile(
    List<BundleEntry> entries, @Nullable Instant asOf, boolean newestFirst, boolean cut) {
  /// Keeps numbers as written (7.90 is not 7.9), and reads a value from the middle of a file.
  private static final JsonMapper MAPPER = JsonMapper.builder()
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
      .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
      .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .build();

  /// Takes a file apart.
  ///
  /// @throws UnreadableException if it is no JSON or no Bundle; tells the line
  static BundleFile parse(byte[] json) {
    try (JsonParser parser = MAPPER.createParser(json)) {
      return parse(parser);
    } catch (JacksonException e) {
      throw notJson(e.getLocation() == null ? 0 : e.getLocation().getLineNr());
    }
  }

  private static BundleFile parse(JsonParser parser) {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw notABundle();
    }
    List<BundleEntry> entries = new ArrayList<>();
    var cuts = new Cuts();
    String resourceType = "";
    String type = "";
    Instant timestamp = null;
    Instant lastUpdated = null;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      switch (name) {
        case "entry" -> readEntries(parser, value, entries, cuts);
        case "resourceType" -> resourceType = tree(parser).asString("");
        case "type" -> type = tree(parser).asString("");
        case "timestamp" -> timestamp = BundleEntry.instant(tree(parser));
        case "meta" -> {
          JsonNode meta = tree(parser);
          lastUpdated = BundleEntry.instant(meta.path("lastUpdated"));
          cuts.meta(meta);
        }
        case "link" -> cuts.links(tree(parser));
        case "total" -> cuts.total(tree(parser));
        default -> parser.skipChildren();
      }
    }
    if (!resourceType.equals("Bundle")) {
      throw notABundle();
    }
    return new BundleFile(
        entries,
        timestamp != null ? timestamp : lastUpdated,
        type.equals("history"),
        cuts.found(type));
  }

  /// Takes a file apart that holds one resource on each line.
  ///
  /// @throws UnreadableException if a line is no JSON; tells the line
  static BundleFile parseLines(byte[] lines) {
    List<BundleEntry> entries = new ArrayList<>();
    var cuts = new Cuts();
    int number = 0;
    for (String line : new String(lines, StandardCharsets.UTF_8).lines().toList()) {
      number++;
      if (!line.isBlank()) {
        JsonNode entry = MAPPER.createObjectNode().set("resource", resource(line, number));
        cuts.entry(entry);
        entries.add(BundleEntry.of(entries.size() + 1, number, entry));
      }
    }
    return new BundleFile(entries, null, false, cuts.found(""));
  }

  private static JsonNode resource(String line, int number) {
    try {
      return MAPPER.readTree(line);
    } catch (JacksonException e) {
      throw notJson(number);
    }
  }

  private static UnreadableException notJson(int line) {
    return new UnreadableException(
        line > 0 ? "line " + line : "", "this is not JSON", "export the file anew");
  }

  private static void readEntries(
      JsonParser parser, JsonToken first, List<BundleEntry> entries, Cuts cuts) {
    if (first != JsonToken.START_ARRAY) {
      throw new UnreadableException("", "'entry' is not a list", "export the file anew");
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      int line = parser.currentTokenLocation().getLineNr();
      JsonNode entry = tree(parser);
      cuts.entry(entry);
      entries.add(BundleEntry.of(entries.size() + 1, line, entry));
    }
  }

  private static JsonNode tree(JsonParser parser) {
    JsonNode node = MAPPER.readTree(parser);
    return node == null ? MissingNode.getInstance() : node;
  }

  private static UnreadableException notABundle() {
    return new UnreadableException(
        "", "this is not a FHIR Bundle", "leave only Bundles (*.json, one patient each) here");
  }

  /// Collects what in a Bundle says that it is not all there is: a link to a further page, fewer
  /// matches than were counted, an error in place of a resource, the mark of a summary.
  private static final class Cuts {
    private static final Set<String> PAGES = Set.of("next", "previous", "prev");
    private static final Set<String> HARMLESS = Set.of("informational", "success", "deleted");

    private boolean cut;
    private long total;
    private long matches;

    /// Notes the Bundle's own marks.
    void meta(JsonNode meta) {
      meta.path("tag").forEach(tag -> cut |= tag.path("code").asString("").equals("SUBSETTED"));
    }

    /// Notes the links to further pages.
    void links(JsonNode links) {
      links.forEach(link -> cut |= PAGES.contains(link.path("relation").asString("")));
    }

    /// Notes how many matches the source counted.
    void total(JsonNode counted) {
      total = counted.asLong(0);
    }

    /// Notes what an entry says.
    void entry(JsonNode entry) {
      JsonNode resource = entry.path("resource");
      boolean outcome = resource.path("resourceType").asString("").equals("OperationOutcome");
      cut |= outcome && isError(resource);
      JsonNode answer = entry.path("response").path("outcome");
      cut |= answer.isObject() && isError(answer);
      cut |= entry.path("response").path("status").asString("").matches("[45]\\d\\d.*");
      String mode = entry.path("search").path("mode").asString("match");
      matches += !outcome && mode.equals("match") ? 1 : 0;
    }

    /// Whether anything is missing from a Bundle of a type.
    boolean found(String bundleType) {
      return cut || (bundleType.equals("searchset") && total > matches);
    }

    private static boolean isError(JsonNode outcome) {
      JsonNode issues = outcome.path("issue");
      boolean error = issues.isEmpty();
      for (JsonNode issue : issues) {
        String severity = issue.path("severity").asString("");
        error |= !(severity.equals("information") || severity.equals("success"))
            || !HARMLESS.contains(issue.path("code").asString("informational"));
      }
      return error;
    }
  }
}
