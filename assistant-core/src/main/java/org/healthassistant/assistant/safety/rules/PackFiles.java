package org.healthassistant.assistant.safety.rules;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The files of a pack and the problems found in them so far.
public final class PackFiles {

  private static final YAMLMapper YAML = YAMLMapper.builder()
      .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
      .build();

  private final Map<String, String> texts = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();

  public PackFiles(List<PackFile> files) {
    files.forEach(file -> texts.put(file.name(), file.text()));
  }

  public void problem(String file, String what) {
    problems.add(file + " " + what);
  }

  public void failOnProblems() {
    if (!problems.isEmpty()) {
      throw new BrokenRulePack(problems);
    }
  }

  public <T> Optional<T> read(String name, Class<T> type) {
    return read(name, text -> YAML.readValue(text, type));
  }

  public <T> Optional<T> read(String name, TypeReference<T> type) {
    return read(name, text -> YAML.readValue(text, type));
  }

  public Map<String, String> map(String name) {
    return read(name, new TypeReference<Map<String, String>>() {}).orElse(Map.of());
  }

  List<String> list(String name) {
    return read(name, new TypeReference<List<String>>() {}).orElse(List.of());
  }

  private <T> Optional<T> read(String name, java.util.function.Function<String, T> reader) {
    var text = texts.get(name);
    if (text == null) {
      problem(name, "is missing");
      return Optional.empty();
    }
    try {
      return Optional.of(reader.apply(text));
    } catch (JacksonException unreadable) {
      var where = unreadable.getLocation();
      int line = where == null ? 0 : where.getLineNr();
      problem(name, "line " + line + " cannot be read: " + unreadable.getOriginalMessage());
      return Optional.empty();
    }
  }

  /// A hash over names and texts, 16 hexadecimal digits.
  public String hash() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      texts.forEach((name, text) -> {
        digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update((text.replace("\r\n", "\n") + "\n").getBytes(StandardCharsets.UTF_8));
      });
      return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
