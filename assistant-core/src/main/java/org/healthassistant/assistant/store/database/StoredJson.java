package org.healthassistant.assistant.store.database;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Documents as they are kept in rows. An older or a newer version of this program may have
/// written them, as during a rolling upgrade or after going back: members it does not know are
/// passed over, and a list that is missing or null is empty. Safe from any thread.
@Component
public class StoredJson {

  private final JsonMapper json;

  StoredJson(JsonMapper json) {
    this.json = json.rebuild()
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .withConfigOverride(
            List.class,
            list -> list.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
        .build();
  }

  /// The document of a value.
  public String write(Object value) {
    return json.writeValueAsString(value);
  }

  /// The value of a document.
  ///
  /// @throws tools.jackson.core.JacksonException if it is no document of that type
  public <T> T read(String document, Class<T> type) {
    return json.readValue(document, type);
  }
}
