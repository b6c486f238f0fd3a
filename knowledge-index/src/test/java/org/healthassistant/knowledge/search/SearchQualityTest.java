package org.healthassistant.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.healthassistant.knowledge.StarterIndex;
import org.healthassistant.knowledge.article.SectionKind;
import org.healthassistant.knowledge.passage.SearchHit;
import org.healthassistant.knowledge.passage.SearchRequest;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// Questions that the calibration has not seen, with the article and the kinds of section that
/// answer.
class SearchQualityTest {
  private static final List<Expected> QUESTIONS = questions();

  /// @param article null when nothing answers the question
  record Expected(Language lang, String text, @Nullable String article, List<SectionKind> kinds) {
    boolean isIn(List<SearchHit> hits) {
      return hits.stream()
          .anyMatch(hit -> hit.passage().articleId().equals(article)
              && kinds.contains(hit.passage().kind()));
    }
  }

  @Test
  void findsTheAnsweringSectionAmongTheFirstThree() {
    List<String> missed = new ArrayList<>();
    for (Expected question : QUESTIONS) {
      if (question.article() != null && !question.isIn(search(question, 3))) {
        missed.add(question.text() + " → "
            + search(question, 3).stream().map(hit -> hit.passage().id()).toList());
      }
    }
    assertThat(missed).as("at most one in twenty").hasSizeLessThanOrEqualTo(QUESTIONS.size() / 20);
  }

  @Test
  void findsNothingWhereTheLibraryHoldsNoAnswer() {
    List<String> found = new ArrayList<>();
    for (Expected question : QUESTIONS) {
      if (question.article() == null) {
        search(question, 1)
            .forEach(hit -> found.add(question.text() + " → " + hit.passage().id()));
      }
    }
    assertThat(found).as("at most one question").hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void saysWhichHitsAreInTheOtherLanguage() {
    for (Expected question : QUESTIONS) {
      assertThat(search(question, 5)).allSatisfy(hit -> {
        assertThat(hit.otherLanguage())
            .isEqualTo(!hit.passage().language().equals(question.lang()));
        assertThat(hit.score()).isBetween(PassageSearch.FLOOR, 1.0);
      });
    }
  }

  @Test
  void ordersTheAskersLanguageFirstAndTheRestByFusedScore() {
    for (Expected question : QUESTIONS) {
      List<SearchHit> hits = StarterIndex.INDEX.search(request(question, 50).withFloor(false));
      for (int i = 1; i < hits.size(); i++) {
        SearchHit before = hits.get(i - 1);
        SearchHit hit = hits.get(i);
        assertThat(before.otherLanguage() && !hit.otherLanguage())
            .as(question.text())
            .isFalse();
        if (before.otherLanguage() == hit.otherLanguage()) {
          assertThat(before.explanation().fused())
              .isGreaterThanOrEqualTo(hit.explanation().fused());
        }
      }
    }
  }

  private static List<SearchHit> search(Expected question, int limit) {
    return StarterIndex.INDEX.search(request(question, limit));
  }

  private static SearchRequest request(Expected question, int limit) {
    return SearchRequest.of(question.text(), question.lang(), StarterIndex.TODAY)
        .withLimit(limit);
  }

  private static List<Expected> questions() {
    JsonMapper json = new JsonMapper();
    try (var in =
        Objects.requireNonNull(SearchQualityTest.class.getResourceAsStream("questions.jsonl"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> json.readValue(line, Expected.class))
          .toList();
    } catch (IOException missing) {
      throw new AssertionError(missing);
    }
  }
}
