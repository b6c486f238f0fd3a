package org.healthassistant.connector.wearable;

import java.io.InputStream;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Goes through JSON item by item: a list, a document that holds lists, one item alone, or one
/// item a line.
final class JsonRecords {

  private static final JsonMapper JSON = JsonMapper.builder()
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
      .build();

  /// Members of a document that are lists of items.
  private static final Set<String> LISTS =
      Set.of("dataPoints", "data_points", "data", "records", "entry", "points", "observations");

  private final SampleSink sink;
  private final OpenMHealth openMHealth;
  private final FhirObservations fhir;
  private final HealthRecords records;
  private boolean known;

  JsonRecords(SampleSink sink) {
    this.sink = sink;
    this.openMHealth = new OpenMHealth(sink);
    this.fhir = new FhirObservations(sink);
    this.records = new HealthRecords(sink);
  }

  /// Reads a whole file.
  ///
  /// @throws UnreadableMeasurements where it is broken, or holds nothing that is known; what came
  /// before the broken place was handed on
  void read(InputStream in) {
    try (JsonParser parser = JSON.createParser(in)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        switch (token) {
          case START_ARRAY -> list("", parser);
          case START_OBJECT -> document(parser);
          default -> throw new UnreadableMeasurements("the file is no list of measurements");
        }
      }
    } catch (JacksonException e) {
      throw new UnreadableMeasurements("the file breaks off or is damaged", e);
    }
    if (!known) {
      throw new UnreadableMeasurements("the file holds no measurements in a form that is known");
    }
  }

  private void list(String name, JsonParser parser) {
    for (JsonToken token = parser.nextToken();
        token != null && token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      item(name, parser.readValueAsTree());
    }
  }

  /// Lists in it are read item by item; the rest of it is an item itself, where it is one.
  private void document(JsonParser parser) {
    ObjectNode rest = JSON.createObjectNode();
    boolean listed = false;
    for (JsonToken token = parser.nextToken();
        token == JsonToken.PROPERTY_NAME;
        token = parser.nextToken()) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (value == JsonToken.START_ARRAY && isList(name)) {
        known = true;
        listed = true;
        list(LISTS.contains(name) ? "" : name, parser);
      } else {
        JsonNode member = parser.readValueAsTree();
        rest.set(name, member);
      }
    }
    if (!listed) {
      item("", rest);
    }
  }

  private static boolean isList(String name) {
    return LISTS.contains(name) || HealthRecords.isType(name);
  }

  private void item(String list, JsonNode item) {
    if (FhirObservations.isOne(item)) {
      known = true;
      fhir.read(item);
    } else if (OpenMHealth.isOne(item)) {
      known = true;
      openMHealth.read(item);
    } else if (item.isObject() && (!list.isEmpty() || isRecord(item))) {
      known = true;
      records.read(list, item);
    } else {
      sink.record("unknown");
      sink.skipped("unknown", "it is in no form that is known");
    }
  }

  private static boolean isRecord(JsonNode item) {
    return item.has("recordType")
        || item.has("dataType")
        || item.has("dataSource")
        || item.has("metadata")
        || HealthRecords.isType(item.path("type").asString(""));
  }
}
