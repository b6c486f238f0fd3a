package org.healthassistant.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.healthassistant.knowledge.StarterIndex;
import org.healthassistant.knowledge.passage.SearchHit;
import org.healthassistant.knowledge.passage.SearchRequest;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionSpellingTest {

  /// A slip may be too wild, and an answer may stand in a neighbouring article.
  private static final double FOUND = 0.9;

  @Test
  void misspeltQuestionsFindTheirArticleInBothLanguages() throws IOException {
    List<String> lost = new ArrayList<>();
    List<String> all = lines();
    for (String line : all) {
      String[] parts = line.split("\\|");
      Language language = Language.orFallback(parts[0]);
      Optional<SearchHit> found = best(parts[1], language)
          .or(() ->
              StarterIndex.INDEX.respelt(parts[1], language).flatMap(it -> best(it, language)));
      if (found.filter(hit -> hit.passage().articleId().startsWith(parts[2])).isEmpty()) {
        lost.add(line + ": " + found.map(hit -> hit.passage().id()).orElse("nothing"));
      }
    }
    assertThat(lost).as("of " + all.size()).hasSizeLessThan((int) ((1 - FOUND) * all.size()) + 1);
  }

  @ParameterizedTest
  @CsvSource({
    "en, can i eat grits for breakfast",
    "en, what does hydroxyzine do",
    "en, does springfield clinic take aetna",
    "en, can i take zoloft with wine",
    "en, CAN I TAKE IBUPROFEN",
    "es, me pueden dar una receta de sertralina",
    "es, ¿qué puedo comer?",
    "es, vivo en Guadalajara con mi suegra"
  })
  void leavesWhatIsNoSlipAlone(String language, String question) {
    assertThat(StarterIndex.INDEX.respelt(question, Language.orFallback(language)))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "es, que hago si me duele la gargánta, que hago si me duele la garganta",
    "es, tengo jipertencion, tengo hipertensión",
    "en, TYLONOL dose?, tylenol dose?"
  })
  void mendsByLettersSoundAndAccents(String language, String question, String mended) {
    assertThat(StarterIndex.INDEX.respelt(question, Language.orFallback(language)))
        .hasValueSatisfying(it -> assertThat(it).isEqualToIgnoringCase(mended));
  }

  private static Optional<SearchHit> best(String question, Language language) {
    SearchRequest request = new SearchRequest(
        question,
        language,
        1,
        true,
        StarterIndex.TODAY,
        SearchRequest.Retriever.HYBRID,
        Optional.empty());
    return StarterIndex.INDEX.search(request).stream()
        .filter(hit -> !hit.otherLanguage())
        .findFirst();
  }

  private static List<String> lines() throws IOException {
    try (var in = QuestionSpellingTest.class.getResourceAsStream("misspelt.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }
}
