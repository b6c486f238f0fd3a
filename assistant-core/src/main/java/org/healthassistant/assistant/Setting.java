package org.healthassistant.assistant;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// One setting of ours, as `settings.yaml` lists it.
///
/// @param kind what value it takes: `text`, `secret`, `url`, `path`, `folder`, `duration`,
/// `boolean`,
///     `integer`, `number`, `timestamp`, `zone`, `list` or `choice(a|b)`
/// @param otherwise the default, in words
record Setting(
    String key, String kind, @JsonProperty("default") String otherwise, String about) {

  private static final String FILE = "/settings.yaml";

  /// All of them, in the order of the file.
  static List<Setting> all() {
    try (InputStream in = Objects.requireNonNull(Setting.class.getResourceAsStream(FILE), FILE)) {
      return Arrays.asList(new YAMLMapper().readValue(in, Setting[].class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The allowed values of a choice; empty for other kinds.
  List<String> choices() {
    return kind.startsWith("choice(")
        ? List.of(kind.substring("choice(".length(), kind.length() - 1).split("\\|", -1))
        : List.of();
  }
}
