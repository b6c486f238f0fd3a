package org.healthassistant.knowledge.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// A YAML file that ships beside a class.
public final class DataFile {
  private static final YAMLMapper YAML = new YAMLMapper();

  private DataFile() {}

  /// Reads the file of that name in the class's own package.
  ///
  /// @throws IllegalStateException if there is no such file, naming it
  /// @throws tools.jackson.core.JacksonException if it is not what `type` says
  public static <T> T read(Class<?> beside, String name, Class<T> type) {
    try (InputStream in = open(beside, name)) {
      return YAML.readValue(in, type);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static InputStream open(Class<?> beside, String name) {
    @Nullable InputStream in = beside.getResourceAsStream(name);
    if (in == null) {
      throw new IllegalStateException(
          "data file " + beside.getPackageName() + "/" + name + " is not on the class path");
    }
    return in;
  }
}
