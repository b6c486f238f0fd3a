package org.healthassistant.evaluation.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// How much memory a process really has, as Linux tells it.
public final class ResidentMemory {

  private ResidentMemory() {}

  /// The resident set in megabytes; 0 where the system does not say.
  public static long megabytes(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
