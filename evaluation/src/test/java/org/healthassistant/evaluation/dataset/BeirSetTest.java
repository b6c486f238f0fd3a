package org.healthassistant.evaluation.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BeirSetTest {

  @TempDir
  private Path folder;

  @BeforeEach
  void writesARightSet() throws IOException {
    write("corpus.jsonl", """
        {"_id": "d1", "title": "One", "text": "first", "metadata": {}}
        {"_id": "d2", "text": "second"}
        """);
    write("queries.jsonl", """
        {"_id": "q1", "text": "a question"}
        {"_id": "q2", "text": "one that nobody judged"}
        """);
    write("qrels.tsv", "query-id\tcorpus-id\tscore\nq1\td2\t2\nq1\td1\t0\n");
  }

  @Test
  void readsDocumentsQuestionsAndJudgements() {
    BeirSet set = BeirSet.read(folder);
    assertThat(set.documents())
        .containsExactly(
            new BeirSet.Document("d1", "One", "first"), new BeirSet.Document("d2", "", "second"));
    assertThat(set.judgements()).isEqualTo(Map.of("q1", Map.of("d2", 2, "d1", 0)));
  }

  @Test
  void leavesOutQuestionsThatNobodyJudged() {
    assertThat(BeirSet.read(folder).questions())
        .containsExactly(new BeirSet.Question("q1", "a question"));
  }

  @Test
  void findsTheJudgementsOfTheTestPartToo() throws IOException {
    Files.createDirectories(folder.resolve("qrels"));
    Files.move(folder.resolve("qrels.tsv"), folder.resolve("qrels").resolve("test.tsv"));
    assertThat(BeirSet.read(folder).judgements()).containsOnlyKeys("q1");
  }

  @Test
  void namesEveryWrongLineAtOnceWithoutItsText() throws IOException {
    write("corpus.jsonl", """
        {"_id": "d1", "title": "One", "text": "secret words"}
        {"_id": "d1", "text": "secret words"}
        {"_id": "d3"}
        not json, secret words
        """);
    assertThatThrownBy(() -> BeirSet.read(folder))
        .isInstanceOf(BadDataSet.class)
        .hasMessageContaining("3 problems")
        .hasMessageContaining("corpus.jsonl:2: repeats the _id")
        .hasMessageContaining("corpus.jsonl:3: needs a text member 'text'")
        .hasMessageContaining("corpus.jsonl:4: is not JSON")
        .hasMessageNotContaining("secret");
  }

  @Test
  void refusesJudgementsWithoutHeaderOrOfUnknownQuestions() throws IOException {
    write("qrels.tsv", "q1\td2\t2\nq9\td1\t1\nq1\td1\n");
    assertThatThrownBy(() -> BeirSet.read(folder))
        .isInstanceOf(BadDataSet.class)
        .hasMessageContaining("qrels.tsv:1: must be the header")
        .hasMessageContaining("qrels.tsv:2: names the query 'q9'")
        .hasMessageContaining("qrels.tsv:3: must be query id");
  }

  @Test
  void namesAMissingFile() throws IOException {
    Files.delete(folder.resolve("queries.jsonl"));
    assertThatThrownBy(() -> BeirSet.read(folder))
        .isInstanceOf(BadDataSet.class)
        .hasMessageContaining("queries.jsonl: cannot be read (NoSuchFileException)");
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content);
  }
}
