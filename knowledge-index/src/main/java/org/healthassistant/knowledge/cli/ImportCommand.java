package org.healthassistant.knowledge.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Turns documents into draft articles.
@Command(name = "import", mixinStandardHelpOptions = true, description = "Turns documents into draft articles.")
final class ImportCommand implements Callable<Integer> {
  ImportCommand(Surroundings around) {}

  @Override
  public Integer call() {
    throw new UnsupportedOperationException();
  }
}
