package org.healthassistant.connector.wearable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class OpenMHealthTest {

  private static final String POINT = """
      {"header": {"id": "5f8a", "creation_date_time": "2026-11-29T09:00:00-05:00",
        "schema_id": {"namespace": "omh", "name": "%s", "version": "%s"},
        "acquisition_provenance": {"source_name": "Cuff", "modality": "%s"}},
       "body": %s}
      """;
  private static final String FRAME =
      "\"effective_time_frame\": {\"date_time\": \"2026-11-29T08:00:00-05:00\"}";
  private static final String SPAN = "\"effective_time_frame\": {\"time_interval\":"
      + " {\"start_date_time\": \"2026-11-29T00:00:00-05:00\","
      + " \"duration\": {\"value\": 1, \"unit\": \"d\"}}}";

  private static String point(String form, String version, String body) {
    return POINT.formatted(form, version, "sensed", body);
  }

  @Test
  void dataPointsGiveSamples() {
    assertThat(Collected.of("["
                + point(
                    "blood-pressure",
                    "4.0",
                    "{\"systolic_blood_pressure\": {\"value\": 150, \"unit\": \"mmHg\"},"
                        + " \"diastolic_blood_pressure\": {\"value\": 95, \"unit\": \"mmHg\"}, "
                        + FRAME
                        + "}")
                + ","
                + point(
                    "step-count",
                    "3.0",
                    "{\"step_count\": {\"value\": 6000, \"unit\": \"steps\"}, " + SPAN + "}")
                + ","
                + point(
                    "body-weight",
                    "3.0",
                    "{\"body_weight\": {\"value\": 180, \"unit\": \"lb\"}, " + FRAME + "}")
                + "]")
            .lines())
        .containsExactly(
            "85354-9 150/95 mm[Hg] 2026-11-29T08:00-05:00 DEVICE",
            "41950-7 6000 {steps} 2026-11-29T00:00-05:00 DEVICE",
            "29463-7 81.65 kg 2026-11-29T08:00-05:00 DEVICE");
  }

  @Test
  void oneALineIsReadToo() {
    String weight = point(
            "body-weight",
            "3.0",
            "{\"body_weight\": {\"value\": 80, \"unit\": \"kg\"}, " + FRAME + "}")
        .replace("\n", " ");
    assertThat(Collected.of(weight + "\n" + weight).samples).hasSize(2);
  }

  @Test
  void whatThePersonSaysIsToldFromWhatWasSensed() {
    assertThat(Collected.of(POINT.formatted(
                "body-weight",
                "3.0",
                "self-reported",
                "{\"body_weight\": {\"value\": 80, \"unit\": \"kg\"}, " + FRAME + "}"))
            .samples)
        .extracting(Sample::rank)
        .containsExactly(Sample.Rank.TYPED);
  }

  @Test
  void aMinimumOfManyReadingsIsNoReading() {
    Collected read = Collected.of(point(
        "heart-rate",
        "2.0",
        "{\"heart_rate\": {\"value\": 40, \"unit\": \"beats/min\"}, " + SPAN
            + ", \"descriptive_statistic\": \"minimum\"}"));
    assertThat(read.samples).isEmpty();
    assertThat(read.skipped).containsExactly("heart-rate");
  }

  @Test
  void whatIsNotInItsFormIsTold() {
    assertThat(Collected.of(point(
                "heart-rate",
                "2.0",
                "{\"heart_rate\": {\"value\": 60, \"unit\": \"beat/min\"}, " + FRAME + "}"))
            .skipped)
        .containsExactly("heart-rate: 'heart_rate' is not as it must be");
  }

  @Test
  void laterVersionsAskForMore() {
    OpenMHealthForms forms = OpenMHealthForms.builtIn();
    var steps = JsonMapper.shared().readTree("{\"step_count\": 6000}");
    assertThat(forms.problem("step-count", "1.0", steps)).isEmpty();
    assertThat(forms.problem("step-count", "2.0", steps))
        .contains("'effective_time_frame' is not as it must be");
    assertThat(forms.problem("step-count", "9.0", steps)).isPresent();
  }

  /// The samples of the schemas' authors, where they lie beside the working copy: each stands in
  /// a folder that tells whether it passes.
  @Test
  void theAuthorsOwnSamplesAreJudgedAsTheyJudgeThem() throws IOException {
    Path data = samples();
    Assumptions.assumeTrue(Files.isDirectory(data), "the samples are not here");
    List<String> wrong = new ArrayList<>();
    int judged = 0;
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
        Path place = data.relativize(file); // form, version, verdict, file
        String verdict = place.getName(2).toString();
        boolean passes = OpenMHealthForms.builtIn()
            .problem(
                place.getName(0).toString(),
                place.getName(1).toString(),
                JsonMapper.shared().readTree(Files.readString(file)))
            .isEmpty();
        judged++;
        if (passes != verdict.equals("shouldPass")) {
          wrong.add(place.toString());
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(judged).isGreaterThan(500);
  }

  private static Path samples() {
    Path here = Path.of("").toAbsolutePath();
    return Stream.iterate(here, path -> path != null, Path::getParent)
        .map(path -> path.resolve("shared/data/openmhealth/test-data"))
        .filter(Files::isDirectory)
        .findFirst()
        .orElse(here.resolve("none"));
  }
}
