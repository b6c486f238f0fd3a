package org.healthassistant.knowledge.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The option every command has.
final class JsonOption {
  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "also write the result to FILE as JSON")
  @Nullable
  Path file;
}
