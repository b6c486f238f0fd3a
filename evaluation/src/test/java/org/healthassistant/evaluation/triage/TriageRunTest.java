package org.healthassistant.evaluation.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TriageRunTest {

  @TempDir
  private Path folder = Path.of(".");

  @Test
  void reportsRecallAndFalseAlarmsAndWritesPredictions() throws IOException {
    var cases = folder.resolve("cases.jsonl");
    Files.write(cases, List.of("""
        {"id":"a","lang":"en","text":"my chest hurts bad","level":"EMERGENCY","category":"chest-pain"}\
        """, """
        {"id":"b","lang":"en","text":"purple elephants","level":"EMERGENCY","category":"other"}\
        """, """
        {"id":"c","lang":"es","text":"ya no me duele el pecho","level":"SELF_CARE","category":"none"}\
        """));
    var predictions = folder.resolve("out/predictions.jsonl");
    var result = TriageRun.run(List.of(cases), predictions, false);
    assertThat(result.report().lines().get("all: recall EMERGENCY"))
        .isNotNull()
        .satisfies(share -> assertThat(share.value()).isEqualTo(0.5));
    assertThat(result.report().missed()).containsExactly("b");
    assertThat(result.report().alarms()).isEmpty();
    assertThat(Files.readAllLines(predictions))
        .hasSize(3)
        .first()
        .asString()
        .contains("\"EMERGENCY\"", "chest-pain");
  }

  @Test
  void namesEveryMalformedLine() throws IOException {
    var cases = folder.resolve("cases.jsonl");
    Files.write(cases, List.of("{\"id\":\"a\"}", "nonsense"));
    assertThatThrownBy(() -> TriageRun.run(List.of(cases), null, false))
        .hasMessageContaining("line 1")
        .hasMessageContaining("line 2");
  }

  @Test
  void measuresDenials() throws IOException {
    var sentences = folder.resolve("negation.jsonl");
    Files.write(sentences, List.of("""
        {"text":"Patient denies fever.","concept":"FEVER","label":"negated"}\
        """, """
        {"text":"She has a cough.","concept":"cough","label":"affirmed"}\
        """));
    assertThat(NegationRun.run(sentences).f()).isEqualTo(1.0);
  }
}
