package org.healthassistant.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// `docs/measurements.md` is made from `measurements.yaml`. `-Dgolden.update=true` writes it
/// anew.
class MeasurementsTest {

  private static final Path PAGE = Path.of("../assistant-core/docs/measurements.md");

  @Test
  void thePageIsWhatTheFileSays() throws IOException {
    String expected = Measurements.ofTheProduct().page();
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, expected);
    }

    assertThat(Files.readString(PAGE))
        .as("%s; -Dgolden.update=true writes it anew", PAGE)
        .isEqualTo(expected);
  }

  @Test
  void showsTheDayWhereItWasKept() {
    var kept = new Measurements.Row("speed", "3 ms", "`run`", "2026-11-30");
    var lost = new Measurements.Row("size", "3 kB", "`weigh`", null);

    assertThat(new Measurements("Before.", List.of(kept, lost), "After.").page())
        .contains("| speed | 3 ms | `run`, 2026-11-30 |\n| size | 3 kB | `weigh` |\n\nAfter.");
  }

  @Test
  void refusesATextThatBreaksTheTable() {
    assertThatThrownBy(() -> new Measurements.Row("a | b", "1", "`run`", null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("without '|'");
  }
}
