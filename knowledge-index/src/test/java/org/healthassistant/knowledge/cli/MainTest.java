package org.healthassistant.knowledge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.healthassistant.knowledge.ingest.Articles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-12-01T08:00:00Z"), ZoneOffset.UTC);

  @TempDir
  Path directory;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void searchesTheStarterRelease() throws IOException {
    Path json = directory.resolve("result.json");

    assertThat(run(
            "search", "--k", "1", "--json", json.toString(), "what can I eat with type 2 diabetes"))
        .isZero();

    assertThat(out.toString()).contains("diabetes-and-food#").contains("not yet reviewed");
    assertThat(Files.readString(json)).contains("\"passageId\"").contains("\"score\"");
  }

  @Test
  void saysOnStandardErrorThatNothingWasFound() {
    assertThat(run("search", "carburetor gasket price list")).isZero();

    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("Nothing good enough");
  }

  @Test
  void takesAnArticleFromImportToSearch() throws IOException {
    Path page = directory.resolve("page.html");
    Files.writeString(page, """
        <html><head><title>Site</title></head><body><nav><a href="/">Home page menu</a></nav>
        <h1>Stopping a nosebleed</h1><p>Most nosebleeds stop with firm pressure.</p>
        <h2>Self-care</h2><ul><li>Pinch the soft part of the nose for ten minutes.</li></ul>
        <footer>All rights</footer></body></html>\
        """);
    Path content = directory.resolve("content");

    assertThat(run(
            "import",
            "--out",
            content.toString(),
            "--publisher",
            "Test clinic",
            "--licence",
            "CC0-1.0",
            "--url",
            "https://example.org/nose",
            page.toString()))
        .isZero();
    Path article = content.resolve("stopping-a-nosebleed.md");
    assertThat(Files.readString(article))
        .contains("status: draft")
        .contains("## Self-care")
        .doesNotContain("menu")
        .doesNotContain("rights");
    assertThat(run("approve", "--by", "Jordan Lee, RN", article.toString())).isZero();
    assertThat(run("verify", "--articles", content.toString())).isZero();
    Path release = directory.resolve("release");
    assertThat(run("release", "--articles", content.toString(), "--out", release.toString()))
        .isZero();
    assertThat(run("verify", "--release", release.toString())).isZero();
    assertThat(run("stats", "--release", release.toString())).isZero();
    assertThat(run("search", "--release", release.toString(), "how do I stop a nosebleed"))
        .isZero();
    assertThat(out.toString())
        .contains("{approved=1}")
        .contains("stopping-a-nosebleed#self-care")
        .contains("reviewed 2026-12-01");
  }

  @Test
  void writesTheDayItIsTold() throws IOException {
    Path page = directory.resolve("page.html");
    Files.writeString(
        page, "<html><body><h1>Nose</h1><p>Most nosebleeds stop with pressure.</p></body></html>");
    Path article = directory.resolve("nose.md");

    assertThat(
            run("import", "--out", directory.toString(), "--date", "2026-02-03", page.toString()))
        .isZero();
    assertThat(Files.readString(article)).contains("2026-02-03");
    assertThat(run("approve", "--by", "Jordan Lee", "--date", "2026-02-04", article.toString()))
        .isZero();

    assertThat(Files.readString(article))
        .contains("reviewedOn: 2026-02-04", "reviewBy: 2027-02-04");
  }

  @Test
  void importsMedlinePlusTopics() throws IOException {
    Path xml = directory.resolve("topics.xml");
    Files.writeString(xml, """
        <?xml version="1.0"?><health-topics><health-topic title="Nosebleed" url="https://example.org/n" language="English">
        <full-summary>&lt;p&gt;Nosebleeds are common.&lt;/p&gt;&lt;h3&gt;Treatment&lt;/h3&gt;&lt;p&gt;Press.&lt;/p&gt;</full-summary>
        </health-topic></health-topics>\
        """);

    assertThat(run("import", "--out", directory.toString(), xml.toString())).isZero();

    assertThat(Files.readString(directory.resolve("nosebleed.md")))
        .contains("url: https://example.org/n")
        .contains("## Overview\n\nNosebleeds are common.")
        .contains("## Treatment");
    assertThat(run("import", "--out", directory.toString(), xml.toString()))
        .as("what is unchanged is left as it is")
        .isZero();
  }

  @Test
  void keepsTheWellFormedArticlesAndNamesTheOthers() throws IOException {
    Files.writeString(
        directory.resolve("good.md"),
        Articles.markdown("good", "starter", "## Overview\n\nText is here."));
    Files.writeString(directory.resolve("bad.md"), "no front matter");
    String[] release = {
      "release",
      "--articles",
      directory.toString(),
      "--out",
      directory.resolve("r").toString()
    };

    assertThat(run(release)).isZero();
    assertThat(err.toString()).contains("bad.md:1");
    assertThat(run(
            "release",
            "--articles",
            directory.toString(),
            "--out",
            directory.resolve("r").toString(),
            "--strict"))
        .isEqualTo(1);
    assertThat(run(
            "release",
            "--articles",
            directory.toString(),
            "--out",
            directory.resolve("r").toString(),
            "--unless-unchanged"))
        .isZero();
    assertThat(err.toString()).contains("nothing to do");
  }

  @Test
  void keepsReleasesOnAShelfAndTellsWhatChanges() throws IOException {
    Path content = Files.createDirectories(directory.resolve("content"));
    String shelf = directory.resolve("shelf").toString();
    String[] release = {"release", "--articles", content.toString(), "--shelf", shelf};
    Files.writeString(
        content.resolve("a.md"), Articles.markdown("a", "starter", "## Overview\n\nText is here."));
    assertThat(run(release)).isZero();
    Files.writeString(
        content.resolve("a.md"),
        Articles.markdown("a", "starter", "## Overview\n\nText is there."));
    assertThat(run(release)).isZero();

    assertThat(run("release", "--shelf", shelf, "--back")).isZero();
    assertThat(run("release", "--shelf", shelf, "--back")).isEqualTo(1);
    assertThat(err.toString()).contains("no release before");
    out.getBuffer().setLength(0);
    assertThat(run("release", "--diff", "starter", shelf)).isZero();
    assertThat(out.toString()).contains("a:").contains("added  a#overview  Overview");
    assertThat(run("release", "--articles", content.toString())).isEqualTo(2);
  }

  @Test
  void endsWithOneWhenTheWorkFailed() {
    assertThat(run("verify", "--release", directory.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("manifest.json is missing");
  }

  @Test
  void endsWithTwoWhenItIsCalledWrongly() {
    assertThat(run()).isEqualTo(2);
    assertThat(run("search")).isEqualTo(2);
    assertThat(run("search", "--k", "0", "x")).isEqualTo(2);
    assertThat(run("search", "--retriever", "magic", "x")).isEqualTo(2);
    assertThat(run("dance")).isEqualTo(2);
    assertThat(run("release", "--articles", "no-such-directory", "--out", "x")).isEqualTo(2);
  }

  @Test
  void explainsEveryCommandWithAnExample() {
    for (String command :
        new String[] {"import", "approve", "release", "search", "stats", "verify"}) {
      out.getBuffer().setLength(0);
      assertThat(run(command, "--help")).isZero();
      assertThat(out.toString()).contains("Example").contains("knowledge-index " + command);
    }
  }

  private int run(String... args) {
    return Main.run(CLOCK, new PrintWriter(out, true), new PrintWriter(err, true), args);
  }
}
