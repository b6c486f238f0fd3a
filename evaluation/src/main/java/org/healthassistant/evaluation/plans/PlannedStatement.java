package org.healthassistant.evaluation.plans;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// A statement of the service that is explained, word by word as the service holds it.
///
/// @param name what it asks for, in a word or two
/// @param of where it comes from: a class of the service, or the library that makes it
/// @param sql with named parameters
/// @param given parameter to the column of `draw.sql` that gives it its value; one that is not
///     named takes the column of its own name
public record PlannedStatement(
    String name, String of, String sql, @Nullable Map<String, String> given) {

  private static final Pattern NAMED = Pattern.compile("(?<!:):([a-zA-Z]+)");

  /// Checks that nothing is blank.
  public PlannedStatement {
    if (name.isBlank() || of.isBlank() || sql.isBlank()) {
      throw new IllegalArgumentException("a statement needs name, of and sql, got '" + name + "'");
    }
  }

  /// The statements that ship with the program, in the order in which a message meets them.
  public static List<PlannedStatement> builtIn() {
    String file = "statements.yaml";
    try (InputStream in = PlannedStatement.class.getResourceAsStream(file)) {
      return List.of(YAMLMapper.builder()
          .build()
          .readValue(Objects.requireNonNull(in, file), PlannedStatement[].class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The statement with a `?` for every named parameter.
  String positional() {
    return NAMED.matcher(sql).replaceAll("?");
  }

  /// The columns of `draw.sql` for the parameters, in the order of their places; one may occur
  /// twice.
  List<String> columns() {
    Map<String, String> names = given == null ? Map.of() : given;
    var found = new ArrayList<String>();
    Matcher named = NAMED.matcher(sql);
    while (named.find()) {
      found.add(names.getOrDefault(named.group(1), named.group(1)));
    }
    return found;
  }
}
