package org.healthassistant.assistant.answer.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.util.Objects;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads the data files of this room.
public final class AnswerData {

  private static final YAMLMapper YAML = YAMLMapper.builder()
      .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .build();

  private AnswerData() {}

  /// A data file of the room as a value.
  public static <T> T read(String file, Class<T> type) {
    return read(file, new TypeReference<T>() {
      @Override
      public Type getType() {
        return type;
      }
    });
  }

  /// A data file of the room as a value of a generic type.
  public static <T> T read(String file, TypeReference<T> type) {
    try (InputStream in = Objects.requireNonNull(
        AnswerData.class.getResourceAsStream("/answer/" + file), () -> "no data file " + file)) {
      return YAML.readValue(in, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
