package org.healthassistant.connector.fhir;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
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
record BundleFile(List<BundleEntry> entries, @Nullable Instant asOf) {
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
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new UnreadableException(
          line > 0 ? "line " + line : "", "this is not JSON", "export the file anew");
    }
  }

  private static BundleFile parse(JsonParser parser) {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw notABundle();
    }
    List<BundleEntry> entries = new ArrayList<>();
    String resourceType = "";
    Instant timestamp = null;
    Instant lastUpdated = null;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      switch (name) {
        case "entry" -> readEntries(parser, value, entries);
        case "resourceType" -> resourceType = tree(parser).asString("");
        case "timestamp" -> timestamp = instant(tree(parser));
        case "meta" -> lastUpdated = instant(tree(parser).path("lastUpdated"));
        default -> parser.skipChildren();
      }
    }
    if (!resourceType.equals("Bundle")) {
      throw notABundle();
    }
    return new BundleFile(entries, timestamp != null ? timestamp : lastUpdated);
  }

  private static void readEntries(JsonParser parser, JsonToken first, List<BundleEntry> entries) {
    if (first != JsonToken.START_ARRAY) {
      throw new UnreadableException("", "'entry' is not a list", "export the file anew");
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      int line = parser.currentTokenLocation().getLineNr();
      entries.add(BundleEntry.of(entries.size() + 1, line, tree(parser)));
    }
  }

  private static JsonNode tree(JsonParser parser) {
    JsonNode node = MAPPER.readTree(parser);
    return node == null ? MissingNode.getInstance() : node;
  }

  private static @Nullable Instant instant(JsonNode node) {
    try {
      return node.isString() ? OffsetDateTime.parse(node.asString()).toInstant() : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static UnreadableException notABundle() {
    return new UnreadableException(
        "", "this is not a FHIR Bundle", "leave only Bundles (*.json, one patient each) here");
  }
}
