package org.healthassistant.connector.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FhirBundleDirectoryTest {
  @TempDir
  Path directory;

  @Test
  void readsJsonFilesInTheOrderOfTheirNamesAndNothingElse() throws IOException {
    write("b.json", patient("second"));
    write("a.json", patient("first"));
    write("notes.txt", "not read");
    write(".hidden.json", "not read");
    Files.createDirectory(directory.resolve("sub.json"));
    var reading = FhirBundleDirectory.read(directory);
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.records())
        .extracting(read -> read.person().id())
        .containsExactly("first", "second");
  }

  @Test
  void namesTheMalformedFileAndLoadsTheOthers() throws IOException {
    write("a.json", patient("first"));
    write("broken.json", "{\"resourceType\": \"Bundle\",\n \"entry\": [ {]");
    var reading = FhirBundleDirectory.read(directory);
    assertThat(reading.records()).hasSize(1);
    assertThat(reading.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.toString()).startsWith("broken.json, line 2:"));
  }

  @Test
  void loadsNeitherOfTwoFilesWithOnePatient() throws IOException {
    write("a.json", patient("same"));
    write("b.json", patient("other"));
    write("c.json", patient("same"));
    var reading = FhirBundleDirectory.read(directory);
    assertThat(reading.records()).extracting(read -> read.person().id()).containsExactly("other");
    assertThat(reading.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.file()).isEqualTo("a.json and c.json"));
  }

  @Test
  void readsFilesWhateverTheCaseOfTheirEndingAndLineByLine() throws IOException {
    write("A.JSON", patient("first"));
    write(
        "b.ndjson",
        "{\"resourceType\": \"Patient\", \"id\": \"second\"}\n"
            + "{\"resourceType\": \"Condition\", \"id\": \"c\", \"code\": {\"text\": \"Gout\"}}\n");
    var reading = FhirBundleDirectory.read(directory);
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.records())
        .extracting(read -> read.person().id())
        .containsExactly("first", "second");
    assertThat(reading.records().get(1).entries()).hasSize(1);
  }

  @Test
  void tellsOfFilesThatLookLikeRecordsAndAreNotRead() throws IOException {
    write("a.xml", "<Bundle/>");
    write("b.ndjson", patient("one").replace("\n", "") + "\n{");
    write("c.json.gz", "");
    assertThat(FhirBundleDirectory.read(directory).problems())
        .extracting(Problem::file)
        .containsExactlyInAnyOrder("a.xml", "b.ndjson", "c.json.gz");
  }

  @Test
  void datesARecordWithoutATimeStampByItsFile() throws IOException {
    write("a.json", patient("first"));
    var at = Instant.parse("2026-05-06T07:08:09Z");
    Files.setLastModifiedTime(directory.resolve("a.json"), FileTime.from(at));
    assertThat(FhirBundleDirectory.read(directory).records().getFirst().asOf()).isEqualTo(at);
  }

  @Test
  void tellsThatADirectoryIsMissing() {
    var reading = FhirBundleDirectory.read(directory.resolve("nowhere"));
    assertThat(reading.records()).isEmpty();
    assertThat(reading.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem)
            .hasToString("nowhere: the directory cannot be listed; create it or correct the setting"
                + " that names it"));
  }

  private static String patient(String id) {
    return Bundles.of("{\"resourceType\": \"Patient\", \"id\": \"" + id + "\"}");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }
}
