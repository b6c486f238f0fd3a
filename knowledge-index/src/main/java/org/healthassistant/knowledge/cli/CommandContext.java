package org.healthassistant.knowledge.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.healthassistant.knowledge.release.Release;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/// What a command has around it: a clock, a place for results and one for everything else.
record CommandContext(Clock clock, PrintWriter out, PrintWriter err) {
  private static final JsonMapper JSON = JsonMapper.builder()
      .enable(SerializationFeature.INDENT_OUTPUT)
      .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
      .build();

  /// The day on the machine, in its own zone: the clinic's where it is set to that. Commands that
  /// write it let another be given.
  LocalDate today() {
    return LocalDate.now(clock);
  }

  /// The release in a directory, or the one that ships with the product for `starter`.
  Release release(String where) {
    return where.equals("starter") ? Release.starter() : Release.load(Path.of(where));
  }

  /// Writes the machine-readable result where one is wanted.
  void json(@Nullable Path file, Object result) {
    if (file != null) {
      try {
        Files.writeString(file, JSON.writeValueAsString(result) + "\n");
      } catch (IOException failed) {
        throw new UncheckedIOException("the result cannot be written to " + file, failed);
      }
    }
  }
}
