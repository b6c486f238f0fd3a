package org.healthassistant.knowledge.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.healthassistant.knowledge.article.Article;
import org.healthassistant.knowledge.article.Section;
import org.healthassistant.knowledge.article.SectionKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArticleReaderTest {
  private static final String BODY = "## Overview\n\nNosebleeds are common.";

  @TempDir
  Path directory;

  @Test
  void readsSectionsAsPlainText() {
    Article article = Articles.parse(Articles.markdown("nose", "starter", """
        ## Self-care

        Sit **up** and lean
        forward. See [this page](https://example.org).

        - Pinch the nose.
        - Wait ten minutes.

        ## When to get emergency help

        Call 911.

        ## What to eat?

        Soup is fine."""));

    assertThat(article.sections())
        .extracting(Section::kind)
        .containsExactly(SectionKind.SELF_CARE, SectionKind.EMERGENCY, SectionKind.TOPIC);
    assertThat(article.sections())
        .extracting(Section::anchor)
        .containsExactly("self-care", "when-to-get-emergency-help", "what-to-eat");
    assertThat(article.sections().getFirst().paragraphs())
        .containsExactly(
            "Sit up and lean forward. See this page.", "Pinch the nose.", "Wait ten minutes.");
  }

  @Test
  void namesEverythingWrongWithItsLineAndReadsTheRest() throws IOException {
    write("good.md", Articles.markdown("good", "starter", BODY));
    write(
        "bad.md",
        Articles.markdown("Bad Id", "reviewed", "Stray text.\n\n## Overview\n\n## Causes\n\nDust.")
            .replace("language: en", "language: english")
            .replace("reviewBy: 2027-01-10", "reviewBy: soon")
            .replace("audience: patient", "audienze: patient"));

    IngestReport report = ArticleReader.readDirectory(directory);

    assertThat(report.articles())
        .extracting(article -> article.front().id())
        .containsExactly("good");
    assertThat(report.problems()).allSatisfy(problem -> {
      assertThat(problem.file()).isEqualTo("bad.md");
      assertThat(problem.wayOut()).isNotBlank();
    });
    assertThat(report.problems().stream().map(Problem::toString))
        .anyMatch(it -> it.startsWith("bad.md:2:") && it.contains("'id'"))
        .anyMatch(it -> it.startsWith("bad.md:4:") && it.contains("'language'"))
        .anyMatch(it -> it.startsWith("bad.md:5:") && it.contains("topics"))
        .anyMatch(it -> it.startsWith("bad.md:6:") && it.contains("'audienze' is not known"))
        .anyMatch(it -> it.contains("'audience' is missing"))
        .anyMatch(it -> it.startsWith("bad.md:13:") && it.contains("'reviewBy' is not a date"))
        .anyMatch(it -> it.startsWith("bad.md:14:") && it.contains("status"))
        .noneMatch(it -> it.contains("lies before"))
        .anyMatch(it -> it.startsWith("bad.md:17:") && it.contains("before the first heading"))
        .anyMatch(it -> it.startsWith("bad.md:19:") && it.contains("no text"));
  }

  @Test
  void namesTheLineOfBrokenYaml() throws IOException {
    write(
        "broken.md", Articles.markdown("a", "starter", BODY).replace("topics: [a]", "topics: [a"));

    assertThat(ArticleReader.readDirectory(directory).problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.rule()).isEqualTo("yaml");
          assertThat(problem.line()).isBetween(5, 7);
        });
  }

  @Test
  void refusesFilesThatAreNoArticles() throws IOException {
    write("plain.md", "Just text.");
    write("empty.md", "");
    Files.write(directory.resolve("binary.md"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});

    assertThat(ArticleReader.readDirectory(directory).problems())
        .extracting(Problem::rule)
        .containsExactlyInAnyOrder("front-matter", "front-matter", "not-text");
  }

  @Test
  void refusesTheSecondArticleOfAnId() throws IOException {
    write("a.md", Articles.markdown("same", "starter", BODY));
    write("b.md", Articles.markdown("same", "starter", "## Overview\n\nOther words stand here."));

    IngestReport report = ArticleReader.readDirectory(directory);

    assertThat(report.articles()).hasSize(1);
    assertThat(report.problems()).singleElement().satisfies(problem -> {
      assertThat(problem.toString()).startsWith("b.md:2: duplicate-id").contains("a.md");
    });
  }

  @Test
  void refusesApprovalWithoutAReviewer() throws IOException {
    write("a.md", Articles.markdown("a", "approved", BODY).replace("Jordan Lee, RN", ""));

    assertThat(ArticleReader.readDirectory(directory).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.what()).contains("reviewedBy"));
  }

  @Test
  void warnsOfSentencesThatCannotBeQuoted() throws IOException {
    write(
        "a.md",
        Articles.markdown(
            "a", "starter", "## Self-care\n\nRest the foot. It usually heals on\nits own."));
    write("b.md", Articles.markdown("b", "approved", "## Self-care\n\nRest the foot. Call 911."));
    write("c.md", Articles.markdown("c", "draft", "## Self-care\n\nIt is a draft. Call 911."));

    assertThat(ArticleReader.readDirectory(directory).warnings())
        .extracting(Problem::rule, Problem::file, Problem::line)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("leading-word", "a.md", 19),
            org.assertj.core.groups.Tuple.tuple("shared-sentence", "b.md", 19));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }
}
