package org.healthassistant.evaluation.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.healthassistant.evaluation.dataset.BeirSet;
import org.healthassistant.evaluation.report.Bootstrap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetrievalRunTest {

  private static final BeirSet SET = new BeirSet(
      "tiny",
      List.of(
          new BeirSet.Document("nose", "Nosebleeds", "Pinch the soft part of the nose."),
          new BeirSet.Document("back", "Back pain", "Walking helps a sore back."),
          new BeirSet.Document("cold", "", "A cold goes away by itself in a week.")),
      List.of(
          new BeirSet.Question("q1", "what to do for nosebleeds"),
          new BeirSet.Question("q2", "walks for a painful back")),
      Map.of("q1", Map.of("nose", 1), "q2", Map.of("cold", 1)));

  @TempDir
  private Path folder;

  @Test
  void ranksEveryQuestionAndAveragesItsMeasures() {
    try (var lucene = new PlainLucene(SET)) {
      RetrievalRun run = RetrievalRun.of(SET, lucene, 100, System::nanoTime, (done, total) -> {});
      var outcome = run.outcome(Map.of(), Bootstrap.usual());
      assertThat(outcome.measure("nDCG@10").value()).isEqualTo(0.5);
      assertThat(outcome.measure("Recall@100").count()).isEqualTo(2);
      assertThat(outcome.measure("MRR@10").value()).isEqualTo(0.5);
    }
  }

  @Test
  void writesTheRunInTrecForm() throws IOException {
    try (var lucene = new PlainLucene(SET)) {
      RetrievalRun run = RetrievalRun.of(SET, lucene, 1, System::nanoTime, (done, total) -> {});
      Path file = folder.resolve("runs").resolve("tiny.trec");
      run.write(file, "plain");
      assertThat(Files.readAllLines(file))
          .hasSize(2)
          .first()
          .asString()
          .matches("q1 Q0 nose 1 \\d\\.\\d{6} plain");
    }
  }
}
