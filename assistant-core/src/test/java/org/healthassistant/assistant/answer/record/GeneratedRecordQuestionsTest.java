package org.healthassistant.assistant.answer.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.healthassistant.assistant.record.terms.MeasureData;
import org.healthassistant.assistant.record.terms.MeasureData.Measure;
import org.healthassistant.assistant.record.terms.Wording;
import org.healthassistant.assistant.record.told.RecordTeller;
import org.healthassistant.assistant.record.told.Told;
import org.healthassistant.connector.fhir.FhirBundleDirectory;
import org.healthassistant.connector.record.PatientRecord;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Questions made from the JSON of FHIR Bundles, their answers compared with that JSON, which is
/// read here by plain paths: the built-in demo patients, and whatever the directory named by the
/// system property `record.bundles` holds.
class GeneratedRecordQuestionsTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final Instant NOW = Instant.parse("2026-11-24T17:00:00Z");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final List<String> DEMO =
      List.of("dana-whitfield", "maria-alvarez", "priya-nair", "robert-hayes", "tom-becker");

  @TempDir
  Path copies;

  @Test
  void tellsWhatTheJsonOfTheDemoPatientsHolds() throws IOException {
    for (String name : DEMO) {
      try (InputStream in = Objects.requireNonNull(
          FhirBundleDirectory.class.getResourceAsStream("demo/" + name + ".json"))) {
        Files.copy(in, copies.resolve(name + ".json"));
      }
    }
    Outcome outcome = check(copies);
    assertThat(outcome.asked()).isGreaterThan(60);
    assertThat(outcome.wrong()).isEmpty();
    assertThat(outcome.share()).isGreaterThanOrEqualTo(0.98);
  }

  @Test
  void tellsWhatTheJsonOfOtherBundlesHolds() throws IOException {
    String directory = System.getProperty("record.bundles", "");
    org.junit.jupiter.api.Assumptions.assumeFalse(
        directory.isEmpty(), "no directory of Bundles is named by -Drecord.bundles");
    Outcome outcome = check(Path.of(directory));
    outcome.failed().forEach(one -> System.err.println("UNANSWERED " + one));
    outcome.wrong().forEach(one -> System.err.println("WRONG " + one));
    System.err.println("ASKED " + outcome.asked() + " RIGHT " + outcome.share());
    assertThat(outcome.wrong()).isEmpty();
  }

  /// @param failed questions whose answer lacks what the JSON says
  /// @param wrong of these, those that were answered by something else; not those that say that
  ///     the record holds more
  private record Outcome(int asked, List<String> failed, List<String> wrong) {

    double share() {
      return asked == 0 ? 0 : 1 - (double) failed.size() / asked;
    }
  }

  private static Outcome check(Path directory) throws IOException {
    List<String> failed = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    int asked = 0;
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file :
          files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        JsonNode bundle = JSON.readTree(file);
        PatientRecord record = FhirBundleDirectory.readFile(file, ZONE).record().orElse(null);
        if (record == null) {
          failed.add(file.getFileName() + " could not be read");
          continue;
        }
        for (Map.Entry<String, List<String>> one : questions(bundle).entrySet()) {
          String said = say(record, one.getKey());
          asked++;
          if (!one.getValue().stream().allMatch(said::contains)) {
            String told = file.getFileName() + ": " + one + " -> " + said;
            failed.add(told);
            if (said.matches(".*\\d.*") && !said.contains(" more in your record")) {
              wrong.add(told);
            }
          }
        }
      }
    }
    return new Outcome(asked, failed, wrong);
  }

  private static String say(PatientRecord record, String text) {
    return new RecordQuestionReader(QuestionWords.BUILT_IN)
        .read(text, LocalDate.ofInstant(NOW, ZONE))
        .flatMap(question -> new RecordTeller(
                record, Wording.of(Language.ENGLISH), Language.ENGLISH, NOW, ZONE)
            .tell(question))
        .map(reply -> String.join(" ", reply.lines().stream().map(Told::text).toList()))
        .orElse("");
  }

  /// Questions, each with what its answer must hold.
  private static Map<String, List<String>> questions(JsonNode bundle) {
    Map<String, List<String>> questions = new LinkedHashMap<>();
    Map<String, JsonNode> last = new LinkedHashMap<>();
    for (JsonNode entry : bundle.path("entry")) {
      JsonNode resource = entry.path("resource");
      switch (resource.path("resourceType").asString("")) {
        case "Observation" -> measured(resource, last);
        case "AllergyIntolerance" -> allergy(resource, questions);
        case "MedicationRequest" -> medicine(resource, questions);
        case "Immunization" -> vaccine(resource, questions);
        default -> {}
      }
    }
    last.forEach((name, resource) -> questions.put(
        "what was my last " + name, List.of(value(resource), DAY.format(day(resource)))));
    return questions;
  }

  /// As it stands, or to four digits where it has more decimals than anybody measures.
  private static String value(JsonNode resource) {
    String text = resource.path("valueQuantity").path("value").asString();
    BigDecimal value = new BigDecimal(text);
    int digits = Math.max(4, value.precision() - value.scale());
    return value.scale() <= 6
        ? text
        : value.round(new MathContext(digits)).stripTrailingZeros().toPlainString();
  }

  private static void measured(JsonNode resource, Map<String, JsonNode> last) {
    boolean usable = List.of("final", "amended", "corrected")
            .contains(resource.path("status").asString(""))
        && resource.path("valueQuantity").has("value")
        && resource.path("effectiveDateTime").asString("").length() > 10;
    for (JsonNode coding : resource.path("code").path("coding")) {
      Measure measure =
          MeasureData.builtIn().measureOf(coding.path("code").asString("")).orElse(null);
      if (usable && measure != null && measure.asked() != null) {
        String name =
            Language.ENGLISH.pick(Objects.requireNonNull(measure.asked())).getFirst();
        boolean newer = !last.containsKey(name)
            || at(resource).isAfter(at(Objects.requireNonNull(last.get(name))));
        if (newer && !day(resource).isAfter(LocalDate.ofInstant(NOW, ZONE))) {
          last.put(name, resource);
        }
      }
    }
  }

  private static Instant at(JsonNode resource) {
    return OffsetDateTime.parse(resource.path("effectiveDateTime").asString()).toInstant();
  }

  private static LocalDate day(JsonNode resource) {
    return LocalDate.ofInstant(at(resource), ZONE);
  }

  private static void allergy(JsonNode resource, Map<String, List<String>> questions) {
    String status =
        resource.path("clinicalStatus").path("coding").path(0).path("code").asString("");
    String label = label(resource.path("code"));
    boolean none = label.toLowerCase(Locale.ROOT).startsWith("no ");
    if (status.equals("active") && !none) {
      questions.put("what am i allergic to", List.of());
      questions.merge("what are my allergies", List.of(label), GeneratedRecordQuestionsTest::both);
    }
  }

  private static void medicine(JsonNode resource, Map<String, List<String>> questions) {
    String label = label(resource.path("medicationCodeableConcept"));
    if (resource.path("status").asString("").equals("active")
        && resource.path("intent").asString("").equals("order")
        && !label.isEmpty()) {
      questions.merge(
          "what medicines am i taking", List.of(label), GeneratedRecordQuestionsTest::both);
      String name = label
          .toLowerCase(Locale.ROOT)
          .replaceFirst("^\\d+ (?:hr|actuat) ", "")
          .split(" ")[0];
      String dosage = resource.path("dosageInstruction").path(0).path("text").asString("");
      questions.merge(
          "how often do i take my " + name,
          List.of(label, dosage),
          GeneratedRecordQuestionsTest::both);
    }
  }

  private static void vaccine(JsonNode resource, Map<String, List<String>> questions) {
    if (resource.path("status").asString("").equals("completed")) {
      questions.merge(
          "what vaccines have i had",
          List.of(label(resource.path("vaccineCode"))),
          GeneratedRecordQuestionsTest::both);
    }
  }

  private static List<String> both(List<String> one, List<String> other) {
    return Stream.concat(one.stream(), other.stream()).distinct().toList();
  }

  private static String label(JsonNode concept) {
    String text = concept.path("text").asString("");
    return text.isEmpty() ? concept.path("coding").path(0).path("display").asString("") : text;
  }
}
