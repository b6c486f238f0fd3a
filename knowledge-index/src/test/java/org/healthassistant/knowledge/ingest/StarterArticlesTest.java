package org.healthassistant.knowledge.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.healthassistant.knowledge.article.Article;
import org.healthassistant.knowledge.article.ReviewStatus;
import org.healthassistant.knowledge.article.Section;
import org.healthassistant.knowledge.article.SectionKind;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.Test;

class StarterArticlesTest {
  private final IngestReport report = ArticleReader.readDirectory(Path.of("src/main/starter"));

  @Test
  void areAllWellFormedAndWrittenToBeQuoted() {
    assertThat(report.problems()).isEmpty();
    assertThat(report.warnings()).isEmpty();
  }

  @Test
  void areTwelveInEnglishAndSixInSpanish() {
    assertThat(report.articles())
        .filteredOn(article -> article.front().language() == Language.ENGLISH)
        .hasSize(12);
    assertThat(report.articles())
        .filteredOn(article -> article.front().language() == Language.SPANISH)
        .hasSize(6);
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

  @Test
  void allSayWhenToCallAndWhenToGetEmergencyHelp() {
    assertThat(report.articles())
        .allSatisfy(article -> assertThat(kinds(article))
            .contains(SectionKind.OVERVIEW, SectionKind.CALL_CARE_TEAM, SectionKind.EMERGENCY));
  }

  @Test
  void openTheEmergencySectionWithTheNumberToCall() {
    assertThat(report.articles()).allSatisfy(article -> {
      String emergency = article.sections().stream()
          .filter(section -> section.kind() == SectionKind.EMERGENCY)
          .map(section -> section.paragraphs().getFirst())
          .findFirst()
          .orElse("");
      assertThat(emergency).matches("(Call|Llame al) (or text )?(911|988).*");
    });
  }

  private static Set<SectionKind> kinds(Article article) {
    Set<SectionKind> kinds = EnumSet.noneOf(SectionKind.class);
    article.sections().stream().map(Section::kind).forEach(kinds::add);
    return kinds;
  }
}
