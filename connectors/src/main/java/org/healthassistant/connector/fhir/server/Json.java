package org.healthassistant.connector.fhir.server;

import org.healthassistant.connector.fhir.server.FhirServerException.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/// Reads answers as JSON; keeps numbers as written (7.90 is not 7.9).
final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder()
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
      .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
      .build();

  private Json() {}

  /// The object in the answer.
  ///
  /// @throws FhirServerException if it is no JSON object
  static JsonNode read(byte[] body) {
    try {
      JsonNode read = MAPPER.readTree(body);
      if (read != null && read.isObject()) {
        return read;
      }
    } catch (JacksonException e) {
      // Told below, without its message, which may hold a value.
    }
    throw new FhirServerException(Kind.NOT_FHIR);
  }
}
