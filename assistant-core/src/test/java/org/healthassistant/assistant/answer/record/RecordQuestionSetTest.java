package org.healthassistant.assistant.answer.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.healthassistant.assistant.record.terms.Wording;
import org.healthassistant.assistant.record.told.RecordTeller;
import org.healthassistant.assistant.record.told.Told;
import org.healthassistant.connector.fhir.FhirBundleDirectory;
import org.healthassistant.connector.record.PatientRecord;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The questions to the record of `evaluation/data/record`, read and told without the rest of the
/// service; what is no question to the record has no answer here.
class RecordQuestionSetTest {

  private static final Path DATA = Path.of("..", "evaluation", "data", "record");
  private static final JsonMapper JSON = new JsonMapper();
  private static final Instant NOW = Instant.parse("2026-11-24T17:00:00Z");
  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final List<PatientRecord> RECORDS =
      FhirBundleDirectory.builtIn().records();

  @Test
  void answersTheQuestionsForTuning() throws IOException {
    assertThat(failures("tuning.jsonl")).isEmpty();
  }

  @Test
  void answersTheQuestionsSetAside() throws IOException {
    assertThat(failures("set-aside.jsonl")).hasSizeLessThanOrEqualTo(2);
  }

  /// The questions whose answer lacks what it must say, or says what it must not.
  private static List<String> failures(String file) throws IOException {
    List<String> failures = new ArrayList<>();
    for (String line : Files.readAllLines(DATA.resolve(file))) {
      JsonNode asked = JSON.readTree(line);
      Language language = Language.required(asked.path("lang").asString());
      String text = asked.path("text").asString();
      PatientRecord record = RECORDS.stream()
          .filter(one -> one.person().id().equals(asked.path("patient").asString()))
          .findFirst()
          .orElseThrow();
      String said = new RecordQuestionReader(QuestionWords.BUILT_IN)
          .read(text, LocalDate.ofInstant(NOW, ZONE))
          .flatMap(question ->
              new RecordTeller(record, Wording.of(language), language, NOW, ZONE).tell(question))
          .map(reply -> String.join(" ", reply.lines().stream().map(Told::text).toList()))
          .orElse("");
      if (!isRight(asked, said)) {
        failures.add(text + " -> " + said);
      }
    }
    return failures;
  }

  private static boolean isRight(JsonNode asked, String said) {
    boolean right = true;
    for (JsonNode group : asked.path("must")) {
      boolean met = false;
      for (JsonNode expression : group) {
        met |= found(expression, said);
      }
      right &= met;
    }
    for (JsonNode expression : asked.path("must_not")) {
      right &= !found(expression, said);
    }
    return right;
  }

  private static boolean found(JsonNode expression, String said) {
    return Pattern.compile(expression.asString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
        .matcher(said)
        .find();
  }
}
