package org.healthassistant.knowledge.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.healthassistant.knowledge.article.Answer;
import org.healthassistant.knowledge.article.Article;
import org.healthassistant.knowledge.article.ReviewStatus;
import org.healthassistant.knowledge.article.Section;
import org.healthassistant.knowledge.article.SectionKind;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.Test;

class StarterArticlesTest {
  private static final int MOST_WITHOUT_CALL = 0;
  private static final int MOST_WITHOUT_EMERGENCY = 20;

  private final IngestReport report = ArticleReader.readDirectory(Path.of("src/main/starter"));

  @Test
  void areAllWellFormedAndWrittenToBeQuoted() {
    assertThat(report.problems()).isEmpty();
    assertThat(report.warnings()).isEmpty();
  }

  /// What patients ask first has to be there, and in Spanish for more than half of it.
  @Test
  void areManyInBothLanguagesAndAnswerMuch() {
    assertThat(articles(Language.ENGLISH)).hasSizeGreaterThanOrEqualTo(160);
    assertThat(articles(Language.SPANISH)).hasSizeGreaterThanOrEqualTo(90);
    assertThat(answers(Language.ENGLISH)).isGreaterThanOrEqualTo(1300);
    assertThat(answers(Language.SPANISH)).isGreaterThanOrEqualTo(720);
  }

  @Test
  void sayThatNobodyHasReviewedThemAndWhereTheirFactsAreFrom() {
    assertThat(report.articles()).allSatisfy(article -> {
      assertThat(article.front().status()).isEqualTo(ReviewStatus.STARTER);
      assertThat(article.front().reviewedBy()).isEmpty();
      assertThat(article.front().reviewedOn()).isNull();
      assertThat(article.front().sources()).isNotEmpty();
    });
  }

  /// But for what is about the service itself, and a few subjects that know no emergency.
  @Test
  void nearlyAllSayWhenToCallAndWhenToGetEmergencyHelp() {
    assertThat(without(SectionKind.CALL_CARE_TEAM)).hasSizeLessThanOrEqualTo(MOST_WITHOUT_CALL);
    assertThat(without(SectionKind.EMERGENCY)).hasSizeLessThanOrEqualTo(MOST_WITHOUT_EMERGENCY);
  }

  @Test
  void nameTheNumberToCallWhereTheySpeakOfAnEmergency() {
    assertThat(report.articles()).allSatisfy(article -> {
      for (Section section : article.sections()) {
        if (section.kind() == SectionKind.EMERGENCY) {
          assertThat(section.answers().stream().map(Answer::text).reduce("", String::concat))
              .as(article.front().id())
              .containsAnyOf("911", "988", "1-800-222-1222");
        }
      }
    });
  }

  private List<Article> articles(Language language) {
    return report.articles().stream()
        .filter(article -> article.front().language() == language)
        .toList();
  }

  private long answers(Language language) {
    return articles(language).stream()
        .flatMap(article -> article.sections().stream())
        .mapToLong(section -> section.answers().size())
        .sum();
  }

  private List<String> without(SectionKind kind) {
    return report.articles().stream()
        .filter(article -> !kinds(article).contains(kind))
        .map(article -> article.front().id())
        .toList();
  }

  private static Set<SectionKind> kinds(Article article) {
    Set<SectionKind> kinds = EnumSet.noneOf(SectionKind.class);
    article.sections().stream().map(Section::kind).forEach(kinds::add);
    return kinds;
  }
}
