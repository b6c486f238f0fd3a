package org.healthassistant.knowledge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.healthassistant.knowledge.article.FrontMatter;
import org.healthassistant.knowledge.ingest.ArticleReader;
import org.healthassistant.knowledge.ingest.Articles;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the command line imports, approves and releases, and what it refuses.
class ImportCommandTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-12-01T08:00:00Z"), ZoneOffset.UTC);
  private static final String APART =
      "## First aid\n\nOn a burn, do not:\n\nPut butter on it.\n\nBreak the blisters.";

  @TempDir
  Path directory;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void givesASecondDocumentOfOneTitleAnIdOfItsOwn() throws IOException {
    Path one = page("one.html", "Asthma", "Asthma makes it hard to breathe.");
    Path two = page("two.html", "Asthma", "An inhaler opens the airways.");

    assertThat(run("import", "--out", content(), one.toString(), two.toString()))
        .isZero();
    assertThat(directory.resolve("content/asthma.md")).exists();
    assertThat(Files.readString(directory.resolve("content/asthma-2.md")))
        .contains("id: asthma-2")
        .contains("An inhaler");
    assertThat(err.toString()).contains("same title").contains("remove the older one");
    assertThat(run("verify", "--articles", content())).isZero();
    assertThat(run("import", "--out", content(), two.toString()))
        .as("the same document once more")
        .isZero();
    assertThat(out.toString()).contains("0 articles written, 1 unchanged, 0 documents failed");
  }

  @Test
  void readsMedlinePlusTopicsInBothLanguagesWithTheirOtherNames() throws IOException {
    Path topics = Files.writeString(directory.resolve("mplus_topics.xml"), """
        <?xml version="1.0" encoding="UTF-8"?>
        <health-topics>
          <health-topic title="Asthma" url="https://medlineplus.gov/asthma.html" language="English">
            <also-called>Bronchial Asthma</also-called>
            <full-summary>&lt;p&gt;Asthma is a disease that affects your lungs.&lt;/p&gt;
              &lt;h3&gt;What causes asthma?&lt;/h3&gt;&lt;p&gt;The exact cause of asthma is not
              known.&lt;/p&gt;</full-summary>
            <language-mapped-topic url="https://medlineplus.gov/spanish/asthma.html"
              language="Spanish">Asma</language-mapped-topic>
          </health-topic>
          <health-topic title="Asma" url="https://medlineplus.gov/spanish/asthma.html"
              language="Spanish">
            <full-summary>&lt;p&gt;El asma es una enfermedad que afecta a los pulmones de las
              personas.&lt;/p&gt;</full-summary>
            <language-mapped-topic url="https://medlineplus.gov/asthma.html"
              language="English">Asthma</language-mapped-topic>
          </health-topic>
          <health-topic title="Empty" url="https://medlineplus.gov/empty.html" language="English"/>
        </health-topics>
        """);

    assertThat(run("import", "--out", content(), topics.toString())).isZero();

    FrontMatter english = front("asthma");
    assertThat(english.also()).containsExactly("Bronchial Asthma");
    assertThat(english.pair()).isEqualTo("asma");
    assertThat(front("asma").language()).isEqualTo(Language.SPANISH);
    assertThat(front("asma").pair()).isEqualTo("asthma");
    assertThat(run("import", "--out", content(), topics.toString()))
        .as("interrupted and begun anew")
        .isZero();
    assertThat(out.toString()).contains("0 articles written, 2 unchanged");
  }

  private FrontMatter front(String id) {
    return ArticleReader.readFile(directory.resolve("content").resolve(id + ".md"))
        .articles()
        .getFirst()
        .front();
  }

  @Test
  void writesNothingOfADamagedDocumentAndNamesThePlace() throws IOException {
    Path page = page("a.html", "Asma", "El niÃ±o tiene asma.");

    assertThat(run("import", "--out", content(), page.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("a.html").contains("niÃ±o").contains("under 'Asma'");
    assertThat(directory.resolve("content/asma.md")).doesNotExist();
  }

  @Test
  void importsAPageInWindowsLettersAsWritten() throws IOException {
    Path page = directory.resolve("fiebre.html");
    Files.write(
        page,
        "<h1>Fiebre en niños</h1><p>La calentura es común en los niños pequeños.</p>"
            .getBytes(Charset.forName("windows-1252")));

    assertThat(run("import", "--out", content(), page.toString())).isZero();
    assertThat(Files.readString(directory.resolve("content/fiebre-en-ninos.md")))
        .contains("language: es")
        .contains("común en los niños pequeños");
  }

  @Test
  void refusesPortuguese() throws IOException {
    Path page = page(
        "a.html", "Febre", "Você não deve dar aspirina às crianças. Beba água e descanse em casa.");

    assertThat(run("import", "--out", content(), page.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("Portuguese");
    assertThat(directory.resolve("content/febre.md")).doesNotExist();
  }

  @Test
  void writesADraftThatMustBeMendedAndSaysWhere() throws IOException {
    Path page = directory.resolve("a.html");
    Files.writeString(
        page, "<h1>Burns</h1><p>On a burn, do not:</p><p>Put butter.</p><p>Break blisters.</p>");

    assertThat(run("import", "--out", content(), page.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("burns.md:19: lead-in").contains("mended by hand");
    assertThat(run("approve", "--by", "Jordan Lee, RN", content() + "/burns.md"))
        .isEqualTo(1);
    assertThat(Files.readString(directory.resolve("content/burns.md"))).contains("status: draft");
  }

  @Test
  void refusesItemsThatStandApartFromTheirLeadIn() throws IOException {
    Path articles = Files.createDirectories(directory.resolve("content"));
    Files.writeString(
        articles.resolve("good.md"),
        Articles.markdown("good", "starter", "## Overview\n\nText is here."));
    Path burns = articles.resolve("burns.md");
    Files.writeString(burns, Articles.markdown("burns", "starter", APART));
    Path release = directory.resolve("release");

    assertThat(run("verify", "--articles", content())).isEqualTo(1);
    assertThat(out.toString()).contains("burns.md:19: lead-in");
    assertThat(run("approve", "--by", "Jordan Lee, RN", burns.toString())).isEqualTo(1);
    assertThat(run("release", "--articles", content(), "--out", release.toString()))
        .isEqualTo(1);
    assertThat(err.toString()).contains("burns.md:19: lead-in").contains("No release made");
    assertThat(release).doesNotExist();
  }

  @Test
  void copiesAnArticleOnceAndSaysWhatToDoAboutItsId() throws IOException {
    Path article = directory.resolve("good.md");
    Files.writeString(
        article, Articles.markdown("good", "starter", "## Overview\n\nText is here."));

    assertThat(run("import", "--out", content(), article.toString())).isZero();
    assertThat(run("import", "--out", content(), article.toString())).isZero();
    assertThat(out.toString()).contains("0 articles written, 1 unchanged");
    Files.writeString(
        article, Articles.markdown("good", "starter", "## Overview\n\nOther text is here."));
    assertThat(run("import", "--out", content(), article.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("another id");
  }

  @Test
  void namesAFileThatIsNotThereAndImportsTheOthers() throws IOException {
    Path page = page("a.html", "Asthma", "Asthma makes it hard to breathe.");

    assertThat(run("import", "--out", content(), directory + "/none.pdf", page.toString()))
        .isEqualTo(1);
    assertThat(err.toString()).contains("none.pdf is not a file");
    assertThat(out.toString()).contains("1 articles written, 0 unchanged, 1 documents failed");
  }

  private String content() {
    return directory.resolve("content").toString();
  }

  private Path page(String name, String title, String text) throws IOException {
    Path page = directory.resolve(name);
    Files.writeString(page, "<h1>" + title + "</h1><p>" + text + "</p>");
    return page;
  }

  private int run(String... args) {
    return Main.run(CLOCK, new PrintWriter(out, true), new PrintWriter(err, true), args);
  }
}
