package org.healthassistant.assistant.answer.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.healthassistant.assistant.answer.grounding.GroundingCheck.Supported;
import org.healthassistant.assistant.answer.grounding.GroundingCheck.Unsupported;
import org.healthassistant.assistant.answer.grounding.GroundingCheck.Verdict;
import org.healthassistant.assistant.answer.text.TextNormalizer;
import org.healthassistant.knowledge.passage.Passage;
import org.healthassistant.knowledge.passage.Sentence;
import org.healthassistant.knowledge.release.Release;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class GroundingCheckTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final GroundingCheck check = new GroundingCheck();

  @ParameterizedTest
  @MethodSource("cases")
  void judgesTheCasesOfTheTable(Case one) {
    Verdict verdict = check.check(one.sentence(), one.evidence());
    if (one.label().equals("supported")) {
      assertThat(verdict).as(one.sentence()).isEqualTo(new Supported());
    } else if (one.reason() == null) {
      assertThat(verdict).as(one.sentence()).isInstanceOf(Unsupported.class);
    } else {
      assertThat(verdict).as(one.sentence()).isEqualTo(new Unsupported(one.reason()));
    }
  }

  @Test
  void supportsNothingWithoutEvidence() {
    assertThat(check.check("Rest.", List.of())).isEqualTo(new Unsupported("no-evidence"));
    assertThat(check.check("Rest.", List.of("  "))).isEqualTo(new Unsupported("no-evidence"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      A newborn needs milk 8 to 12 times a day. | A newborn needs milk 8 to 8 times a day.
      Many people feel better within days or weeks. | Many people feel better within weeks or weeks.
      The limit is one drink a day for women and two for men. | The limit is not one drink a day for women and two for men.
      Después de los 65 años, la prueba es cada año. | Después de los 65 años, la prueba no es cada año.
      """)
  void supportsNoCopyThatRepeatsWhatStandsOnceOrDeniesMore(String evidence, String lie) {
    assertThat(check.check(lie, List.of(evidence))).isInstanceOf(Unsupported.class);
  }

  @Test
  void supportsEverySentenceOfItsOwnEvidence() throws IOException {
    for (Case one : cases().toList()) {
      for (String evidence : one.evidence()) {
        for (String sentence : TextNormalizer.sentences(evidence)) {
          assertThat(check.check(sentence, List.of(evidence))).isEqualTo(new Supported());
        }
      }
    }
  }

  @Test
  void findsEverySentenceOfTheStarterReleaseByIdentity() {
    List<Passage> passages = Release.starter().passages();
    assertThat(passages).isNotEmpty();
    for (Passage passage : passages) {
      List<String> found = TextNormalizer.sentences(passage.text());
      for (Sentence sentence : passage.sentences()) {
        assertThat(found).as(passage.id()).contains(TextNormalizer.singleSpaced(sentence.text()));
      }
    }
  }

  @Test
  void doesNotEndASentenceAfterAShortForm() {
    String evidence = "Ask Dr. Lee about it. Call today.";
    assertThat(check.check("Ask Dr. Lee about it.", List.of(evidence))).isEqualTo(new Supported());
  }

  @Test
  void neverSupportsASentenceWithAnotherNumber() throws IOException {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    List<Case> all = cases().filter(c -> c.label().equals("supported")).toList();
    for (int i = 0; i < 300; i++) {
      Case one = all.get(random.nextInt(all.size()));
      String sentence = one.sentence();
      int[] digits = IntStream.range(0, sentence.length())
          .filter(at -> Character.isDigit(sentence.charAt(at)))
          .toArray();
      if (digits.length == 0) {
        continue;
      }
      int at = digits[random.nextInt(digits.length)];
      char other = (char) ('1' + (sentence.charAt(at) - '0' + random.nextInt(8)) % 9);
      String lie = sentence.substring(0, at) + other + sentence.substring(at + 1);
      if (!lie.equals(sentence) && one.evidence().stream().noneMatch(e -> e.contains(lie))) {
        assertThat(check.check(lie, one.evidence()))
            .as("seed %d: %s", seed, lie)
            .isInstanceOf(Unsupported.class);
      }
    }
  }

  static Stream<Case> cases() throws IOException {
    try (InputStream in = Objects.requireNonNull(
        GroundingCheckTest.class.getResourceAsStream("/answer/grounding-cases.jsonl"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> JSON.readValue(line, Case.class));
    }
  }

  record Case(
      String id,
      String sentence,
      List<String> evidence,
      String label,
      @Nullable String reason) {}
}
