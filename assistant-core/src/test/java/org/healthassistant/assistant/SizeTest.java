package org.healthassistant.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Nothing grows beyond what can be read: a file has 400 lines at most, a method 60, in every
/// module.
class SizeTest {

  private static final int FILE_LINES = 400;
  private static final int METHOD_LINES = 60;

  @Test
  void noFileIsLongerThanFourHundredLines() throws IOException {
    List<String> tooLong = new ArrayList<>();
    for (Path file : sources()) {
      long lines = Files.readAllLines(file).size();
      if (lines > FILE_LINES) {
        tooLong.add(file + " has " + lines);
      }
    }
    assertThat(tooLong).as("files of more than %s lines", FILE_LINES).isEmpty();
  }

  @Test
  void noMethodIsLongerThanSixtyLines() throws IOException {
    List<String> tooLong = new ArrayList<>();
    for (Path file : sources()) {
      tooLong.addAll(longMethods(file));
    }
    assertThat(tooLong).as("methods of more than %s lines", METHOD_LINES).isEmpty();
  }

  /// The sources are formatted, so a body ends at the first closing brace that stands no further in
  /// than the line that opened it.
  private static List<String> longMethods(Path file) throws IOException {
    List<String> found = new ArrayList<>();
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.endsWith("{")
          && !line.contains(" class ")
          && !line.contains(" interface ")
          && !line.contains(" record ")
          && !line.contains(" enum ")
          && line.contains("(")) {
        int end = closing(lines, i);
        boolean type = end < lines.size() && indent(lines.get(end)) == 0;
        if (!type && end - i > METHOD_LINES) {
          found.add(file.getFileName() + ":" + (i + 1) + " has " + (end - i));
        }
      }
    }
    return found;
  }

  private static int closing(List<String> lines, int from) {
    int indent = indent(lines.get(from));
    for (int i = from + 1; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.stripLeading().startsWith("}") && indent(line) <= indent) {
        return i;
      }
    }
    return lines.size();
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }

  private static List<Path> sources() throws IOException {
    Path root = Path.of("").toAbsolutePath();
    if (root.endsWith("assistant-core")) {
      root = Objects.requireNonNull(root.getParent());
    }
    List<Path> all = new ArrayList<>();
    for (String module : List.of("knowledge-index", "connectors", "assistant-core", "evaluation")) {
      try (Stream<Path> files = Files.walk(root.resolve(module).resolve("src"))) {
        files.filter(file -> file.toString().endsWith(".java")).forEach(all::add);
      }
    }
    assertThat(all).as("source files").hasSizeGreaterThan(100);
    return all;
  }
}
