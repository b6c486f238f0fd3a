package org.healthassistant.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ReadmeTest {

  @Test
  void documentsEverySettingWithItsDefaultAndMeaning() throws IOException {
    String readme = Files.readString(root().resolve("README.md"));
    for (Setting setting : Setting.all()) {
      assertThat(readme.lines().filter(row -> row.startsWith("| `" + setting.key() + "` |")))
          .as("the settings table of the README, on %s", setting.key())
          .singleElement()
          .asString()
          .endsWith("| " + setting.otherwise() + " | " + setting.about() + " |");
    }
  }

  private static Path root() {
    Path here = Path.of("").toAbsolutePath();
    return here.endsWith("assistant-core") ? Objects.requireNonNull(here.getParent()) : here;
  }
}
