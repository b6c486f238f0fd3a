package org.healthassistant.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.healthassistant.knowledge.KnowledgeIndex;
import org.healthassistant.knowledge.StarterIndex;
import org.healthassistant.knowledge.TestRelease;
import org.healthassistant.knowledge.article.Article;
import org.healthassistant.knowledge.ingest.ArticleReader;
import org.healthassistant.knowledge.ingest.Articles;
import org.healthassistant.knowledge.passage.Feature;
import org.healthassistant.knowledge.passage.SearchHit;
import org.healthassistant.knowledge.passage.SearchRequest;
import org.healthassistant.knowledge.release.Release;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Answers are found by the words and the meaning of their questions and wordings.
class AnswerSearchTest {
  private static final String HOW_DO_I_KNOW = "dehydration#how-do-i-know-if-i-am-dehydrated";

  @TempDir
  static Path directory;

  private static Release release;
  private static KnowledgeIndex index;

  @BeforeAll
  static void open() {
    List<Article> articles = new java.util.ArrayList<>(ArticleReader.readDirectory(
            Path.of("src/test/resources/org/healthassistant/knowledge/ingest/asked"))
        .articles());
    articles.add(Articles.parse(Articles.markdown("nosebleed", "starter", """
        ## Self-care

        ### How do I stop a nosebleed?
        > ask: nose wont stop bleeding

        Pinch the soft part of the nose for ten minutes.
        """)));
    release = TestRelease.write(articles, directory.resolve("release"));
    index = KnowledgeIndex.open(release, StarterIndex.ENCODERS, null);
  }

  @AfterAll
  static void close() {
    index.close();
  }

  @Test
  void findsAnAnswerByAnyOfItsWordingsOnce() {
    List<SearchHit> hits = find("my mouth is dry and my pee is dark");

    assertThat(hits.getFirst().passage().id()).isEqualTo(HOW_DO_I_KNOW);
    assertThat(hits.getFirst().score()).isGreaterThan(SearchHit.FLOOR);
    assertThat(hits).extracting(hit -> hit.passage().id()).doesNotHaveDuplicates();
  }

  @Test
  void findsWhatIsMisspelt() {
    assertThat(find("nosebleid").getFirst().passage().articleId()).isEqualTo("nosebleed");
    assertThat(measured("nosebleid", Feature.COVERED)).isBetween(0.5, 0.9);
    assertThat(measured("deshidratasion en adultos", Language.SPANISH, Feature.TOPIC_NAMED))
        .isEqualTo(1);
  }

  @Test
  void measuresHowWellAWordingFits() {
    String wording = "thirsty and dizzy all day is that dehydration";

    assertThat(measured(wording, Feature.COVERED_WORDING)).isEqualTo(1);
    assertThat(measured(wording, Feature.WORDING_SAID)).isEqualTo(1);
    assertThat(measured(wording, Feature.BILINGUAL_WORDING)).isCloseTo(1, within(1e-4));
    assertThat(measured(wording, Feature.RANK_FUSED)).isEqualTo(1);
    assertThat(measured(wording, Feature.BM25_WORDING)).isPositive();
    assertThat(measured(wording + " or a nosebleed", Feature.COVERED_WORDING)).isLessThan(1);
  }

  @Test
  void measuresTopicKindAndLanguage() {
    String question = "signs of dehydration";

    assertThat(measured(question, Feature.TOPIC_NAMED)).isEqualTo(1);
    assertThat(measured(question, Feature.KIND_ASKED)).isEqualTo(1);
    assertThat(measured(question, Feature.SAME_LANGUAGE)).isEqualTo(1);
    assertThat(measured("signs of a nosebleed", HOW_DO_I_KNOW, Feature.OTHER_TOPIC_NAMED))
        .isEqualTo(1);
    assertThat(measured("why am i dehydrated", HOW_DO_I_KNOW, Feature.KIND_OTHER))
        .isEqualTo(1);
  }

  @Test
  void measuresWhetherAQuestionIsOfAMatterThatTheAnswerDoesNotSpeakOf() {
    assertThat(measured("my dog is dehydrated", HOW_DO_I_KNOW, Feature.OTHER_MATTER))
        .isEqualTo(1);
    assertThat(measured("can i sue for dehydration", HOW_DO_I_KNOW, Feature.OTHER_MATTER))
        .isEqualTo(1);
    assertThat(measured("am i dehydrated", HOW_DO_I_KNOW, Feature.OTHER_MATTER)).isZero();
    assertThat(measured("mi perro esta deshidratado", Language.SPANISH, Feature.OTHER_MATTER))
        .isEqualTo(1);
  }

  @Test
  void holdsBackWhatDoesNotSpeakOfTheMatterOfAQuestion() {
    assertThat(find("how do i know if i am dehydrated").getFirst().isGoodEnough())
        .isTrue();
    assertThat(find("how do i know if my dog is dehydrated"))
        .isNotEmpty()
        .noneMatch(SearchHit::isGoodEnough);
    assertThat(index.search(request("mi perro tiene deshidratacion", Language.SPANISH)))
        .isNotEmpty()
        .noneMatch(SearchHit::isGoodEnough);
  }

  @Test
  void findsTheSameByAGraphOfVectors() {
    BitSet all = new BitSet();
    all.set(0, release.passages().size());
    try (PassageSearch graph = PassageSearch.open(release, StarterIndex.ENCODERS, 0)) {
      for (String question : List.of("my mouth is dry", "baby dehydration signs", "nose bleeds")) {
        assertThat(graph.search(request(question, Language.ENGLISH), all))
            .extracting(hit -> hit.passage().id(), SearchHit::score)
            .isEqualTo(find(question).stream()
                .map(hit -> org.assertj.core.groups.Tuple.tuple(hit.passage().id(), hit.score()))
                .toList());
      }
    }
  }

  @Test
  void ordersByTheProbabilityOfTheRankerItIsGiven() throws IOException {
    Path file = directory.resolve("ranker.yaml");
    Files.writeString(file, """
        formulas:
          en:
            about: prefers the nosebleed whatever is asked
            intercept: -2
            weights: {OTHER_TOPIC_NAMED: 9, ANSWER: 1}
        """);
    Ranker ranker = Ranker.read(file);

    assertThat(ranker
            .formula(Language.ENGLISH, Language.ENGLISH)
            .orElseThrow()
            .probability(Map.of(Feature.ANSWER, 1.0)))
        .isCloseTo(1 / (1 + Math.E), within(1e-9));
    try (KnowledgeIndex other = KnowledgeIndex.open(release, StarterIndex.ENCODERS, null, ranker)) {
      List<SearchHit> hits = other.search(request("signs of dehydration", Language.ENGLISH));
      assertThat(hits.getFirst().passage().articleId()).isEqualTo("nosebleed");
      assertThat(hits)
          .extracting(SearchHit::score)
          .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }
  }

  private static double measured(String question, Feature feature) {
    return measured(question, Language.ENGLISH, feature);
  }

  private static double measured(String question, Language language, Feature feature) {
    return feature(index.search(request(question, language)).getFirst(), feature);
  }

  private static double measured(String question, String passage, Feature feature) {
    return find(question).stream()
        .filter(hit -> hit.passage().id().equals(passage))
        .mapToDouble(hit -> feature(hit, feature))
        .findFirst()
        .orElseThrow();
  }

  private static double feature(SearchHit hit, Feature feature) {
    return hit.explanation().features().getOrDefault(feature, 0.0);
  }

  private static List<SearchHit> find(String question) {
    return index.search(request(question, Language.ENGLISH));
  }

  private static SearchRequest request(String question, Language language) {
    return SearchRequest.of(question, language, StarterIndex.TODAY)
        .withLimit(12)
        .withFloor(false);
  }
}
