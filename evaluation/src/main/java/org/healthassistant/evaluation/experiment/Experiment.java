package org.healthassistant.evaluation.experiment;

import java.nio.file.Path;
import java.util.List;

/// A command together with the values it should give.
///
/// @param id unique, and the name of its file without `.yaml`
/// @param title one line for the report
/// @param command the arguments of the command line; `${data}` stands for the data root
/// @param variant what tells it from others of the same command and data, as the outcome's
///     [Outcome#VARIANT] says it; empty when nothing does
/// @param data the folder or file under the data root that it needs; empty when it needs none
/// @param obtain where that is to be had; empty when it needs none
/// @param expected at least one
public record Experiment(
    String id,
    String title,
    List<String> command,
    String variant,
    String data,
    String obtain,
    List<Expectation> expected) {

  private static final String ROOT = "${data}";

  /// Copies the lists.
  public Experiment {
    command = List.copyOf(command);
    expected = List.copyOf(expected);
  }

  /// The arguments with the data root filled in.
  public List<String> arguments(Path dataRoot) {
    return command.stream().map(part -> part.replace(ROOT, dataRoot.toString())).toList();
  }

  /// Whether what it needs is under the data root.
  public boolean present(Path dataRoot) {
    return data.isEmpty() || dataRoot.resolve(data).toFile().exists();
  }
}
