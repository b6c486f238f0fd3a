package org.healthassistant.connector.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
  void tellsThatADirectoryIsMissing() {
    var reading = FhirBundleDirectory.read(directory.resolve("nowhere"));
    assertThat(reading.records()).isEmpty();
    assertThat(reading.problems())
        .singleElement()
        .satisfies(
            problem -> assertThat(problem)
                .hasToString(
                    "nowhere: the directory cannot be listed; create it or correct the setting that names it"));
  }

  private static String patient(String id) {
    return Bundles.of("{\"resourceType\": \"Patient\", \"id\": \"" + id + "\"}");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }
}
