package org.healthassistant.evaluation.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "load", description = "Drives the packaged service: load, soak, kills.")
final class LoadCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return 1;
  }
}
