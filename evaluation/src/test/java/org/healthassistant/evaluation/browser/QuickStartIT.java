package org.healthassistant.evaluation.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.healthassistant.evaluation.service.ServiceOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The quick start of `docs/operations.md` as it is printed: the jars are unpacked by their own
/// tool and run from there. (What a start with a filled cache is worth, and that the service
/// works then, is the kill test's.)
class QuickStartIT {

  @Test
  void theServiceRunsWhenItIsUnpackedAsPrinted(@TempDir Path folder) throws Exception {
    List<String> printed = PrintedPage.of("operations.md", Map.of()).blocks("sh").stream()
        .filter(block -> block.contains("-Djarmode=tools"))
        .findFirst()
        .orElseThrow()
        .strip()
        .lines()
        .toList();
    Path target = Files.createDirectories(folder.resolve("assistant-core").resolve("target"));
    try (Workshop workshop = new Workshop(folder, environment(folder))) {
      workshop.link(folder.relativize(target) + "/assistant-core.jar", jar("assistant-core"));

      workshop.run(printed.getFirst());
      String said = workshop.run(printed.getLast() + " --check-config");

      assertThat(said).contains("The settings are in order");
      assertThat(folder.resolve("app").resolve("lib")).isDirectory();
    }
  }

  @Test
  void theCommandLinesRunWhenTheyAreUnpacked(@TempDir Path folder) {
    try (Workshop workshop = new Workshop(folder, environment(folder))) {
      for (String name : List.of("knowledge-index", "evaluation")) {
        String jar = name + ".jar";
        workshop.link(jar, jar(name));
        workshop.run("java -Djarmode=tools -jar " + jar + " extract --destination " + name);
        assertThat(workshop.run("java -jar " + name + "/" + jar + " --help"))
            .contains("Usage: " + name);
      }
    }
  }

  private static Path jar(String name) {
    Path root = ServiceOptions.packagedJar().resolve("../../..").normalize();
    return root.resolve(name).resolve("target").resolve(name + ".jar");
  }

  private static Map<String, String> environment(Path folder) {
    return Map.of(
        "PATH",
        Path.of(System.getProperty("java.home"), "bin")
            + File.pathSeparator
            + System.getenv("PATH"),
        "JAVA_TOOL_OPTIONS",
        "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
        "ASSISTANT_DATA_DIRECTORY",
        folder.resolve("data").toString());
  }
}
