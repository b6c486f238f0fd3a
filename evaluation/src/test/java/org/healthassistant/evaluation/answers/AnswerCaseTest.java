package org.healthassistant.evaluation.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.healthassistant.evaluation.dataset.BadDataSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerCaseTest {

  @TempDir
  private Path folder;

  @Test
  void findsWhatAReplyLacksAndWhatItMustNotSay() throws IOException {
    AnswerCase asked = read("""
            {"id": "a", "lang": "en", "text": "t", "must": [["pinch", "press"], ["911"]],
            """.strip() + """
                 "must_not": ["lean back"]}
                """);
    assertThat(asked.missing("Pinch the nose. Call 911 if it goes on.")).isEmpty();
    assertThat(asked.missing("PRESS the nose.")).containsExactly(2);
    assertThat(asked.forbidden("Lean back and wait.")).containsExactly(1);
    assertThat(asked.forbidden("Lean forward.")).isEmpty();
    assertThat(asked.patient()).isEmpty();
  }

  @Test
  void namesTheLineOfAWrongExpression() {
    assertThatThrownBy(
            () -> read("{\"id\": \"a\", \"lang\": \"en\", \"text\": \"t\", \"must\": [[\"(\"]]}"))
        .isInstanceOf(BadDataSet.class)
        .hasMessageContaining("cases.jsonl:1: has a wrong expression");
  }

  private AnswerCase read(String line) throws IOException {
    Path file = folder.resolve("cases.jsonl");
    Files.writeString(file, line);
    return AnswerCase.read(file).getFirst();
  }
}
