package org.healthassistant.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.rag.query.Query;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.healthassistant.knowledge.embed.Priority;
import org.healthassistant.knowledge.langchain4j.KnowledgeContentRetriever;
import org.healthassistant.knowledge.passage.Eligibility;
import org.healthassistant.knowledge.passage.QuestionVectors;
import org.healthassistant.knowledge.passage.SearchRequest;
import org.healthassistant.knowledge.passage.SearchRequest.Retriever;
import org.healthassistant.knowledge.release.Release;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

class KnowledgeIndexTest {
  private static final String QUESTION = "how do I stop a nosebleed";
  private static final LocalDate VALID = LocalDate.of(2026, 6, 1);

  /// Articles are valid from 10 January (evidence) or 1 February (review) 2026 to 10 January
  /// 2027.
  @Nested
  @TestInstance(Lifecycle.PER_CLASS)
  class OverArticlesOfEveryStatus {
    private KnowledgeIndex index;

    OverArticlesOfEveryStatus(@TempDir Path directory) {
      index = KnowledgeIndex.open(
          TestRelease.write(TestRelease.ofEveryStatus(), directory.resolve("release")),
          StarterIndex.ENCODERS,
          null);
    }

    @AfterAll
    void close() {
      index.close();
    }

    @Test
    void showsApprovedContentOnly() {
      assertThat(shown(new Eligibility(VALID, false))).containsExactly("approved");
    }

    @Test
    void showsStarterContentWhereItIsAllowed() {
      assertThat(shown(new Eligibility(VALID, true))).containsExactly("approved", "starter");
    }

    @Test
    void showsNothingBeforeItsEvidenceOrItsReview() {
      assertThat(shown(new Eligibility(LocalDate.of(2026, 1, 9), true))).isEmpty();
      assertThat(shown(new Eligibility(LocalDate.of(2026, 1, 10), true)))
          .containsExactly("starter");
      assertThat(shown(new Eligibility(LocalDate.of(2026, 2, 1), true)))
          .containsExactly("approved", "starter");
    }

    @Test
    void showsNothingPastItsReviewDate() {
      assertThat(shown(new Eligibility(LocalDate.of(2027, 1, 10), false)))
          .containsExactly("approved");
      assertThat(shown(new Eligibility(LocalDate.of(2027, 1, 11), true))).isEmpty();
    }

    /// What can be had by any path; every path must give the same.
    private Set<String> shown(Eligibility eligibility) {
      Set<String> articles = new TreeSet<>();
      Set<String> passages = new TreeSet<>();
      for (String id : List.of("draft", "in-review", "approved", "retired", "starter")) {
        index
            .article(id, eligibility)
            .ifPresent(article -> articles.add(article.front().id()));
        index.passages(id, eligibility).forEach(passage -> passages.add(passage.articleId()));
      }
      assertThat(passages).isEqualTo(articles);
      for (Retriever retriever : Retriever.values()) {
        SearchRequest request = SearchRequest.of(QUESTION, Language.ENGLISH, eligibility)
            .withFloor(false)
            .withLimit(50)
            .withRetriever(retriever);
        assertThat(found(request)).isEqualTo(articles);
        assertThat(articles)
            .containsAll(found(new SearchRequest(
                "¿cómo paro la sangre de la nariz?",
                Language.SPANISH,
                50,
                false,
                eligibility,
                retriever,
                request.vectors())));
      }
      Set<String> retrieved = new TreeSet<>();
      new KnowledgeContentRetriever(index, () -> eligibility, 50)
          .retrieve(Query.from(QUESTION))
          .forEach(content -> retrieved.add(
              String.valueOf(content.textSegment().metadata().getString("articleId"))));
      assertThat(articles).containsAll(retrieved);
      return articles;
    }

    private Set<String> found(SearchRequest request) {
      Set<String> found = new TreeSet<>();
      index.search(request).forEach(hit -> found.add(hit.passage().articleId()));
      return found;
    }
  }

  @Test
  void findsNothingForABlankQuestion() {
    assertThat(
            StarterIndex.INDEX.search(SearchRequest.of("  ", Language.ENGLISH, StarterIndex.TODAY)))
        .isEmpty();
  }

  @Test
  void answersAnyTextWithoutFailing() {
    for (String text : List.of(
        "?!.", "🤒", "a", "the of and", "x".repeat(4_000), "word ".repeat(2_000), "\u0000\ud800")) {
      assertThat(StarterIndex.INDEX.search(
              SearchRequest.of(text, Language.ENGLISH, StarterIndex.TODAY).withFloor(false)))
          .hasSizeLessThanOrEqualTo(5);
    }
  }

  @Test
  void findsTheSameWithTheCallersVectors() {
    String text = "what can I eat with type 2 diabetes";
    SearchRequest request = SearchRequest.of(text, Language.ENGLISH, StarterIndex.TODAY);
    QuestionVectors vectors = new QuestionVectors(
        StarterIndex.ENCODERS.english().encode(text, Priority.LIVE).join(),
        StarterIndex.ENCODERS.bilingual().encode(text, Priority.LIVE).join());

    assertThat(ids(request.withVectors(vectors))).isEqualTo(ids(request)).isNotEmpty();
  }

  @Test
  void keepsItsIndexInADirectoryAndMakesItAnewForAnotherRelease(@TempDir Path directory)
      throws Exception {
    Path place = directory.resolve("index");
    Release first = TestRelease.write(TestRelease.ofEveryStatus(), directory.resolve("a"));
    Release second =
        TestRelease.write(TestRelease.ofEveryStatus().subList(0, 3), directory.resolve("b"));
    assertThat(second.id()).isNotEqualTo(first.id());

    assertThat(opens(first, place)).containsExactly("approved", "starter");
    var kept = Files.getLastModifiedTime(segments(place));
    assertThat(opens(first, place)).containsExactly("approved", "starter");
    assertThat(Files.getLastModifiedTime(segments(place))).isEqualTo(kept);
    assertThat(opens(second, place)).containsExactly("approved");
  }

  @Test
  void refusesAReleaseOfOtherEncoders(@TempDir Path directory) throws Exception {
    Release release = TestRelease.write(TestRelease.ofEveryStatus(), directory.resolve("a"));
    Path manifest = directory.resolve("a/manifest.json");
    Files.writeString(manifest, Files.readString(manifest).replace("bge-small", "other-model"));
    Release other = Release.load(directory.resolve("a"));

    assertThat(release.manifest().english()).startsWith("bge-small");
    assertThatThrownBy(() -> KnowledgeIndex.open(other, StarterIndex.ENCODERS, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("other-model")
        .hasMessageContaining("bge-small");
  }

  @Test
  void showsNoQuestionInItsToString() {
    assertThat(SearchRequest.of("secret words", Language.ENGLISH, StarterIndex.TODAY)
            .toString())
        .doesNotContain("secret");
  }

  private static Set<String> opens(Release release, Path place) {
    Set<String> found = new TreeSet<>();
    try (KnowledgeIndex index = KnowledgeIndex.open(release, StarterIndex.ENCODERS, place)) {
      index
          .search(SearchRequest.of(QUESTION, Language.ENGLISH, new Eligibility(VALID, true))
              .withFloor(false))
          .forEach(hit -> found.add(hit.passage().articleId()));
    }
    return found;
  }

  private static Path segments(Path place) throws Exception {
    try (var files = Files.list(place)) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).startsWith("segments"))
          .findFirst()
          .orElseThrow();
    }
  }

  private static List<String> ids(SearchRequest request) {
    return StarterIndex.INDEX.search(request).stream()
        .map(hit -> hit.passage().id())
        .toList();
  }
}
