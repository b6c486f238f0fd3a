package org.healthassistant.evaluation.dataset;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a file of one JSON object a line.
///
/// Blank lines are passed over and members that nobody asks for are ignored. All problems of the
/// file are found before it is refused.
public final class JsonLines {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private JsonLines() {}

  /// Reads every line by the given reader, in the file's order.
  ///
  /// @throws BadDataSet if the file is missing, is not UTF-8, holds no object or has a wrong
  ///     line; every problem is named
  public static <T> List<T> read(Path file, Function<Line, T> reader) {
    var problems = new ArrayList<String>();
    var found = new ArrayList<T>();
    int number = 0;
    for (String text : lines(file)) {
      number++;
      if (!text.isBlank()) {
        readLine(file, number, text, reader, problems, found);
      }
    }
    if (found.isEmpty() && problems.isEmpty()) {
      problems.add(file + ": holds nothing; one JSON object a line is expected");
    }
    if (!problems.isEmpty()) {
      throw new BadDataSet(problems);
    }
    return List.copyOf(found);
  }

  /// The lines of a UTF-8 file.
  ///
  /// @throws BadDataSet if it is missing or not UTF-8
  static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (CharacterCodingException e) {
      throw new BadDataSet(List.of(file + ": is not UTF-8; convert it"));
    } catch (IOException e) {
      throw new BadDataSet(
          List.of(file + ": cannot be read (" + e.getClass().getSimpleName() + ")"));
    }
  }

  private static <T> void readLine(
      Path file,
      int number,
      String text,
      Function<Line, T> reader,
      List<String> problems,
      List<T> found) {
    JsonNode node;
    try {
      node = JSON.readTree(text);
    } catch (JacksonException e) {
      problems.add(
          file + ":" + number + ": is not JSON, at column " + e.getLocation().getColumnNr());
      return;
    }
    if (!node.isObject()) {
      problems.add(file + ":" + number + ": must be a JSON object");
      return;
    }
    int before = problems.size();
    T value = reader.apply(new Line(file, number, node, problems));
    if (problems.size() == before) {
      found.add(value);
    }
  }
}
