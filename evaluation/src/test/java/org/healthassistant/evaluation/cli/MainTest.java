package org.healthassistant.evaluation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.healthassistant.evaluation.report.OutcomeFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

  @TempDir
  private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"retrieval", "triage", "answers", "grounding", "load", "plans", "report", "train"})
  void explainsEveryCommandWithAnExample(String command) {
    Ran ran = run(command, "--help");
    assertThat(ran.exit).isZero();
    assertThat(ran.out).contains("Usage: evaluation " + command, "Example: evaluation " + command);
  }

  @Test
  void checksLabelledSentencesAndChangedOnesByOneCommand() throws IOException {
    Path labelled = folder.resolve("pairs.jsonl");
    Files.writeString(labelled, """
        {"id":"a","sentence":"Rest helps.","evidence":["Rest helps."],"label":"supported"}
        """);
    Path changed = Files.createDirectory(folder.resolve("changed"));
    Files.writeString(changed.resolve("a.jsonl"), """
        {"id":"a","lang":"en","kind":"true","sentence":"Rest helps.","evidence":["Rest helps."]}
        """);

    assertThat(run("grounding", "--cases", labelled.toString()).out).contains("accuracy");
    assertThat(run("grounding", "--data", changed.toString()).out).contains("paraphrases kept");
    assertThat(run("checker", "--data", changed.toString()).exit).isZero();
    assertThat(run("grounding").exit).isEqualTo(2);
  }

  @Test
  void endsWithTwoOnWrongUsage() {
    assertThat(run("retrieval").exit).isEqualTo(2);
    assertThat(run("nonsense").exit).isEqualTo(2);
    assertThat(run("retrieval", "--data", "x", "--retriever", "magic").exit).isEqualTo(2);
  }

  @Test
  void endsWithOneAndNamesTheFileWhenTheDataIsMissing() {
    Ran ran = run("retrieval", "--data", folder.toString());
    assertThat(ran.exit).isEqualTo(1);
    assertThat(ran.out).isEmpty();
    assertThat(ran.err).contains("corpus.jsonl: cannot be read").doesNotContain("\tat ");
  }

  @Test
  void measuresASetAndKeepsTheResult() throws IOException {
    tinySet();
    Path json = folder.resolve("result.json");
    Path run = folder.resolve("run.trec");
    Ran ran = run(
        "retrieval",
        "--data",
        folder.toString(),
        "--lucene-defaults",
        "--json",
        json.toString(),
        "--run",
        run.toString());
    assertThat(ran.exit).isZero();
    assertThat(ran.out).containsPattern("nDCG@10 +1\\R");
    assertThat(OutcomeFile.read(json).measure("MRR@10").value()).isEqualTo(1);
    assertThat(run).exists();
  }

  @Test
  void endsWithOneBelowTheExpectedValueWhenGated() throws IOException {
    tinySet();
    String[] common = {"retrieval", "--data", folder.toString(), "--lucene-defaults", "--gate"};
    assertThat(run(with(common, "--expect", "nDCG@10=0.9")).exit).isZero();
    assertThat(run(with(common, "--expect", "nDCG@10=1.1")).exit).isEqualTo(1);
    Ran nothing = run(common);
    assertThat(nothing.exit).isEqualTo(1);
    assertThat(nothing.err).contains("--gate has nothing to compare with");
  }

  @Test
  void reportsAbsentSetsWithWhereToGetThem() throws IOException {
    Path page = folder.resolve("report.html");
    Ran ran = run(
        "report",
        "--out",
        page.toString(),
        "--data-root",
        folder.resolve("none").toString());
    assertThat(ran.exit).isZero();
    assertThat(Files.readString(page))
        .contains("Not present: scifact. To be had: BEIR form of SciFact");
  }

  private void tinySet() throws IOException {
    Files.writeString(
        folder.resolve("corpus.jsonl"),
        "{\"_id\": \"d1\", \"text\": \"sore back\"}\n{\"_id\": \"d2\", \"text\": \"cold\"}\n");
    Files.writeString(folder.resolve("queries.jsonl"), "{\"_id\": \"q\", \"text\": \"back\"}\n");
    Files.writeString(folder.resolve("qrels.tsv"), "query-id\tcorpus-id\tscore\nq\td1\t1\n");
  }

  private static String[] with(String[] common, String... more) {
    String[] all = new String[common.length + more.length];
    System.arraycopy(common, 0, all, 0, common.length);
    System.arraycopy(more, 0, all, common.length, more.length);
    return all;
  }

  private static Ran run(String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    PrintStream before = System.out;
    PrintStream beforeErr = System.err;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      int exit = Main.run(arguments);
      return new Ran(
          exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(before);
      System.setErr(beforeErr);
    }
  }

  private record Ran(int exit, String out, String err) {}
}
