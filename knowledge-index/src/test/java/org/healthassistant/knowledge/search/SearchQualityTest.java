package org.healthassistant.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.healthassistant.knowledge.StarterIndex;
import org.healthassistant.knowledge.passage.SearchHit;
import org.healthassistant.knowledge.passage.SearchRequest;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// Questions that were set aside before the ranker was trained, by people who had not read the
/// articles, with the answers that were judged right for them.
class SearchQualityTest {
  private static final List<Expected> QUESTIONS = questions();

  /// The lower ends of the intervals of what was measured (see `ranker.yaml`).
  private static final Map<Language, Double> RIGHT =
      Map.of(Language.ENGLISH, 0.62, Language.SPANISH, 0.50);

  private static final double DECLINED = 0.4;

  /// @param right ids of passages, each of which answers; empty when nothing does
  record Expected(Language lang, String text, List<String> right) {}

  @Test
  void findsTheRightAnswerFirst() {
    for (Language language : Language.values()) {
      List<Expected> asked = QUESTIONS.stream()
          .filter(one -> one.lang() == language && !one.right().isEmpty())
          .toList();
      long right = asked.stream()
          .filter(one -> search(one, 1).stream()
              .anyMatch(hit -> one.right().contains(hit.passage().id())))
          .count();
      assertThat(right / (double) asked.size())
          .as(language.tag())
          .isGreaterThan(RIGHT.get(language));
    }
  }

  @Test
  void oftenFindsNothingWhereTheLibraryHoldsNoAnswer() {
    List<Expected> asked =
        QUESTIONS.stream().filter(one -> one.right().isEmpty()).toList();
    long declined = asked.stream().filter(one -> search(one, 1).isEmpty()).count();
    assertThat(declined / (double) asked.size()).isGreaterThan(DECLINED);
  }

  @Test
  void saysWhichHitsAreInTheOtherLanguage() {
    for (Expected question : QUESTIONS) {
      assertThat(search(question, 5)).allSatisfy(hit -> {
        assertThat(hit.otherLanguage())
            .isEqualTo(!hit.passage().language().equals(question.lang()));
        assertThat(hit.score()).isBetween(SearchHit.FLOOR, 1.0);
      });
    }
  }

  @Test
  void ordersTheAskersLanguageFirstAndTheRestByScore() {
    for (Expected question : QUESTIONS.subList(0, 20)) {
      List<SearchHit> hits = StarterIndex.INDEX.search(request(question, 50).withFloor(false));
      for (int i = 1; i < hits.size(); i++) {
        SearchHit before = hits.get(i - 1);
        SearchHit hit = hits.get(i);
        assertThat(before.otherLanguage() && !hit.otherLanguage())
            .as(question.text())
            .isFalse();
        if (!hit.otherLanguage()) {
          assertThat(before.score()).isGreaterThanOrEqualTo(hit.score());
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
