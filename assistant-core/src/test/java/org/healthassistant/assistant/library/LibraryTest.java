package org.healthassistant.assistant.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.TestService;
import org.healthassistant.assistant.store.ClinicalClock;
import org.healthassistant.knowledge.KnowledgeIndex;
import org.healthassistant.knowledge.passage.QuestionVectors;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The release in use as the rooms meet it: what may be shown today, and whole articles.
class LibraryTest {

  private static final String QUESTION = "what can I eat with type 2 diabetes?";

  private final TestService service = TestService.on(TestDatabase.H2);
  private final Library library = service.bean(Library.class);

  @Test
  void servesTheReleaseThatShipsWithTheProduct() {
    assertThat(library.releaseId())
        .isEqualTo(service.bean(KnowledgeIndex.class).releaseId())
        .isNotBlank();
  }

  @Test
  void findsPassagesOfWholeArticles() {
    String id = find(library).orElseThrow();

    assertThat(library.article(id))
        .hasValueSatisfying(
            article -> assertThat(library.passages(id).stream().map(passage -> passage.title()))
                .isNotEmpty()
                .containsOnly(article.front().title()));
  }

  /// With the vectors of the message too, which are taken before it is known what it asks.
  @ParameterizedTest
  @CsvSource({
    "what can i eat with diabetes, ENGLISH",
    "how long does the flu last, ENGLISH",
    "qué puedo comer con diabetes, SPANISH",
    "cuánto dura la gripe, SPANISH",
    "puedo tomar ibuprofeno para el dolor, SPANISH"
  })
  void findsTheSameHoweverAQuestionIsTyped(String asked, Language language) {
    List<String> plain = found(asked, language);
    assertThat(plain).isNotEmpty();
    assertThat(found(asked.toUpperCase(Locale.ROOT), language)).isEqualTo(plain);
  }

  private List<String> found(String asked, Language language) {
    Optional<QuestionVectors> vectors = library.begin(asked).question(Duration.ofMinutes(2));
    assertThat(vectors).isPresent();
    return library.search(asked, language, 5, false, vectors).stream()
        .map(hit -> "%s %.4f".formatted(hit.passage().id(), hit.score()))
        .toList();
  }

  @Test
  void knowsNoArticleOfAnotherId() {
    assertThat(library.article("no-such-article")).isEmpty();
    assertThat(library.passages("no-such-article")).isEmpty();
  }

  @Test
  void showsNothingThatNoClinicianReviewedWhereThatIsNotAllowed() {
    String id = find(library).orElseThrow();
    Library strict = library(service.bean(ClinicalClock.class), false);

    assertThat(find(strict)).isEmpty();
    assertThat(strict.article(id)).isEmpty();
    assertThat(strict.passages(id)).isEmpty();
  }

  @Test
  void showsNothingBeyondItsReviewDate() {
    String id = find(library).orElseThrow();
    Instant later = Instant.parse("2090-01-01T00:00:00Z");
    Library old = library(new ClinicalClock(() -> later, null, ZoneOffset.UTC), true);

    assertThat(old.article(id)).isEmpty();
    assertThat(find(old)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "What can I eat if I have diabetes, en",
    "¿Qué puedo comer si tengo diabetes?, es",
  })
  void readsTheLanguageOfAText(String text, String language) {
    assertThat(service.bean(TextLanguage.class).detect(text)).map(Language::tag).contains(language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"7.9", "👍"})
  void readsNoLanguageWhereTheTextDoesNotTell(String text) {
    assertThat(service.bean(TextLanguage.class).detect(text)).isEmpty();
  }

  private Library library(ClinicalClock clock, boolean allowStarter) {
    return new Library(
        service.bean(KnowledgeIndex.class),
        service.bean(MeaningClassifier.class),
        clock,
        allowStarter);
  }

  private static Optional<String> find(Library library) {
    return library.search(QUESTION, Language.ENGLISH, 1, true, Optional.empty()).stream()
        .findFirst()
        .map(hit -> hit.passage().articleId());
  }
}
