package org.healthassistant.evaluation.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlannedStatementTest {

  private static final Path SERVICE = Path.of("../assistant-core/src/main/java");

  @Test
  void asksWhatTheServiceAsks() throws IOException {
    assertThat(PlannedStatement.builtIn()).isNotEmpty();
    for (PlannedStatement statement : PlannedStatement.builtIn()) {
      boolean made =
          statement.of().equals("db-scheduler") || statement.name().startsWith("hand over");
      if (!made) {
        assertThat(source(statement.of()))
            .as(
                "'%s' of statements.yaml is no longer what %s asks: write it anew",
                statement.name(), statement.of())
            .contains(plain(statement.sql()));
      }
    }
  }

  @Test
  void putsAMarkForEveryParameterAndNamesItsColumn() {
    var statement = new PlannedStatement(
        "n", "C", "select a::text from t where b = :b and (c = :c or d = :b)", Map.of("c", "x"));

    assertThat(statement.positional())
        .isEqualTo("select a::text from t where b = ? and (c = ? or d = ?)");
    assertThat(statement.columns()).isEqualTo(List.of("b", "x", "b"));
  }

  @Test
  void refusesAStatementWithoutWords() {
    assertThatThrownBy(() -> new PlannedStatement("n", "C", " ", null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'n'");
  }

  private static String source(String type) throws IOException {
    try (Stream<Path> files = Files.walk(SERVICE)) {
      Path file = files
          .filter(any -> any.endsWith(type + ".java"))
          .findFirst()
          .orElseThrow(
              () -> new AssertionError("statements.yaml names " + type + ", which is gone"));
      return plain(Files.readString(file));
    }
  }

  /// Texts that are put together become one, and every space one space.
  private static String plain(String text) {
    return text.replaceAll("\"\\s*\\+\\s*\"", "").replaceAll("\\s+", " ").strip();
  }
}
