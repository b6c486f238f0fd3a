package org.healthassistant.assistant.answer.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.healthassistant.assistant.answer.Circumstances;
import org.healthassistant.assistant.answer.ContextKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Replies to our questions by somebody who had not seen the rules (`said.jsonl`). Every third
/// was set aside before anybody looked; of these only the share is told.
class ContextReaderTest {

  private static final Path FOLDER = Path.of("src/test/resources/answer");
  private static final double NEAR = 0.35;
  private final ContextReader reader = ContextReader.BUILT_IN;

  @ParameterizedTest
  @ValueSource(strings = {"said.jsonl", "set-aside/said.jsonl"})
  void readsReplies(String file) throws IOException {
    Map<String, List<Boolean>> right = new TreeMap<>();
    for (String line : Files.readAllLines(FOLDER.resolve(file), StandardCharsets.UTF_8)) {
      JsonNode said = new ObjectMapper().readTree(line);
      String kind = said.get("kind").asString();
      Optional<Boolean> is = isRight(kind, said);
      is.ifPresent(one -> right.computeIfAbsent(kind, any -> new ArrayList<>()).add(one));
      if (is.isPresent() && !is.get() && !file.startsWith("set-aside")) {
        System.out.println("missed " + line);
      }
    }
    right.forEach((kind, all) ->
        System.out.printf("%s %s read: %.2f of %d%n", file, kind, share(all), all.size()));
    assertThat(share(right.values().stream().flatMap(List::stream).toList()))
        .isGreaterThanOrEqualTo(0.75);
  }

  @Test
  void takesAMedicineThatIsAskedAboutForNoneThatIsTaken() {
    assertThat(reader.stated("can i take ibuprofen").medicines()).isEmpty();
    assertThat(reader.stated("can i take ibuprofen, im on warfarin").medicines())
        .contains("warfarin");
  }

  @Test
  void takesAStretchOfTimeForNoAge() {
    assertThat(reader.stated("i have had a cough for 3 years").years()).isEmpty();
    assertThat(reader.stated("tengo tos desde hace 3 años").years()).isEmpty();
    assertThat(reader.stated("my 3 year old has a cough").years()).contains(3.0);
  }

  private Optional<Boolean> isRight(String kind, JsonNode said) {
    String text = said.get("says").asString();
    return switch (kind) {
      case "age" ->
        Optional.of(reader
            .answer(ContextKind.AGE, text)
            .flatMap(Circumstances::years)
            .filter(years -> Math.abs(years - said.get("years").asDouble()) < NEAR)
            .isPresent());
      case "pregnant" ->
        Optional.of(reader
            .answer(ContextKind.PREGNANCY, text)
            .flatMap(Circumstances::pregnancy)
            .filter(one -> one.name()
                .equalsIgnoreCase(
                    said.get("means").asString().equals("no")
                        ? "neither"
                        : said.get("means").asString()))
            .isPresent());
      case "how-long" ->
        Optional.of(reader
            .answer(ContextKind.HOW_LONG, text)
            .flatMap(Circumstances::days)
            .filter(days -> isNear(days, said.get("days").asDouble()))
            .isPresent());
      case "medicines" ->
        Optional.of(reader
            .answer(ContextKind.MEDICINES, text)
            .filter(one -> one.medicines().isEmpty() == said.get("means").isString())
            .isPresent());
      case "dont-know" ->
        Optional.of(reader
            .answer(ContextKind.AGE, text)
            .filter(Circumstances.unknown(ContextKind.AGE)::equals)
            .isPresent());
      case "new-question" ->
        Optional.of(reader.answer(ContextKind.PREGNANCY, text).isEmpty());
      default -> Optional.empty();
    };
  }

  private static boolean isNear(double days, double wanted) {
    return days <= 2 * wanted + 2 && wanted <= 2 * days + 2;
  }

  private static double share(List<Boolean> all) {
    return all.stream().filter(right -> right).count() / (double) all.size();
  }
}
