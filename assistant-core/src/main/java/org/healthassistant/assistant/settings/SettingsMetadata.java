package org.healthassistant.assistant.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.boot.context.properties.ConfigurationProperties;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// All settings of the service, from the metadata that the compiler writes from the records and
/// their documentation (`spring-boot-configuration-processor`). Immutable.
public final class SettingsMetadata {

  private static final String FILE = "META-INF/spring-configuration-metadata.json";
  private static final String OUR_CLASSES = "org.healthassistant.assistant.";

  private final Map<String, Setting> settings;
  private final Map<Class<?>, String> records;

  private SettingsMetadata(JsonNode metadata) {
    this.settings = elements(metadata, "properties")
        .map(SettingsMetadata::setting)
        .collect(Collectors.toMap(Setting::key, s -> s, (one, other) -> one, TreeMap::new));
    this.records = Stream.concat(elements(metadata, "properties"), elements(metadata, "groups"))
        .map(entry -> type(entry.path("sourceType").asString()))
        .distinct()
        .filter(type -> type.isAnnotationPresent(ConfigurationProperties.class))
        .collect(Collectors.toMap(type -> type, SettingsMetadata::prefix));
  }

  /// Reads the metadata of the service.
  ///
  /// @throws IllegalStateException if it was compiled without the annotation processor
  public static SettingsMetadata load() {
    try {
      for (URL url : Collections.list(SettingsMetadata.class.getClassLoader().getResources(FILE))) {
        try (InputStream in = url.openStream()) {
          JsonNode metadata = JsonMapper.shared().readTree(in);
          if (isOurs(metadata)) {
            return new SettingsMetadata(metadata);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalStateException("ST-001: " + FILE + " is missing; compile with"
        + " spring-boot-configuration-processor among the annotation processors");
  }

  /// Every library may bring a file of that name, and in the packaged jar ours does not stand
  /// beside our classes: the classes that it names tell whose it is.
  private static boolean isOurs(JsonNode metadata) {
    return elements(metadata, "groups")
        .anyMatch(group -> group.path("sourceType").asString("").startsWith(OUR_CLASSES));
  }

  /// All settings, by key.
  public List<Setting> all() {
    return List.copyOf(settings.values());
  }

  /// The setting of that key; empty when there is none.
  public Optional<Setting> find(String key) {
    return Optional.ofNullable(settings.get(key));
  }

  /// The records that hold the settings, each with the prefix that it is bound to.
  Map<Class<?>, String> records() {
    return records;
  }

  private static Setting setting(JsonNode entry) {
    return Setting.read(
        entry.path("name").asString(),
        entry.path("type").asString(),
        entry.path("defaultValue").asString(""),
        entry.path("description").asString(""));
  }

  private static Stream<JsonNode> elements(JsonNode metadata, String name) {
    return StreamSupport.stream(metadata.path(name).spliterator(), false);
  }

  private static String prefix(Class<?> type) {
    ConfigurationProperties annotation = type.getAnnotation(ConfigurationProperties.class);
    return annotation == null ? "" : annotation.value();
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name, false, SettingsMetadata.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the metadata names the unknown type " + name, e);
    }
  }
}
