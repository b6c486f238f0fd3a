package org.healthassistant.evaluation.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.healthassistant.evaluation.report.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckerRunTest {

  @TempDir
  Path folder;

  @Test
  void countsWhatIsCaughtAndWhatIsKept() throws IOException {
    Files.writeString(
        folder.resolve("a.jsonl"),
        line("a1", "true", "Rest for two days.") + line("a2", "number", "Rest for nine days."));
    Files.writeString(folder.resolve("b.jsonl"), line("b1", "added", "Rest for 2 days."));

    List<CheckerRun.Judged> judged = CheckerRun.judge(folder);
    Outcome outcome = CheckerRun.outcome(judged, Map.of());

    assertThat(judged).extracting(CheckerRun.Judged::id).containsExactly("a1", "a2", "b1");
    assertThat(outcome.measure("true paraphrases kept").value()).isEqualTo(1);
    assertThat(outcome.measure("changed facts caught").value()).isEqualTo(0.5);
    assertThat(outcome.measure("caught: number").value()).isEqualTo(1);
    assertThat(outcome.measure("caught: added").value()).isZero();
  }

  private static String line(String id, String kind, String sentence) {
    return "{\"id\":\"" + id + "\",\"lang\":\"en\",\"kind\":\"" + kind
        + "\",\"evidence\":[\"Rest for 2 days.\"],\"sentence\":\"" + sentence + "\"}\n";
  }
}
