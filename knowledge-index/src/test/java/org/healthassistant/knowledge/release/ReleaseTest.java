package org.healthassistant.knowledge.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.healthassistant.knowledge.StarterIndex;
import org.healthassistant.knowledge.TestRelease;
import org.healthassistant.knowledge.article.Article;
import org.healthassistant.knowledge.ingest.Articles;
import org.healthassistant.knowledge.passage.Passage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseTest {
  @TempDir
  Path directory;

  private Release release;
  private Path place;

  @BeforeEach
  void write() {
    place = directory.resolve("release");
    release = TestRelease.write(TestRelease.ofEveryStatus(), place);
  }

  @Test
  void readsBackWhatWasWritten() {
    assertThat(release.articles()).containsExactlyInAnyOrderElementsOf(TestRelease.ofEveryStatus());
    assertThat(release.passages()).hasSize(5);
    Passage passage = release.passages().getFirst();
    assertThat(passage.id()).isEqualTo("approved#self-care");
    assertThat(passage.sentences()).singleElement().satisfies(sentence -> {
      assertThat(passage.text().substring(sentence.start(), sentence.end()))
          .isEqualTo(sentence.text());
      assertThat(sentence.bilingual()).hasSize(512);
    });
    assertThat(release.vectors().english().getFirst()).hasSize(384);
  }

  @Test
  void hasTheSameIdForTheSameContentOnly() {
    Release again = TestRelease.write(TestRelease.ofEveryStatus(), directory.resolve("again"));
    Release less =
        TestRelease.write(TestRelease.ofEveryStatus().subList(0, 4), directory.resolve("less"));

    assertThat(again.id()).isEqualTo(release.id());
    assertThat(less.id()).isNotEqualTo(release.id());
  }

  @Test
  void holdsNoLuceneFiles() throws IOException {
    try (var files = Files.list(place)) {
      assertThat(files.map(file -> String.valueOf(file.getFileName())))
          .containsExactlyInAnyOrder(
              "manifest.json",
              "articles.jsonl",
              "passages.jsonl",
              "english.f32",
              "bilingual.f32",
              "sentences.f32",
              "asked-english.f32",
              "asked-bilingual.i8");
    }
  }

  @Test
  void namesEveryFileThatIsMissingOrDiffers() throws IOException {
    Files.delete(place.resolve("english.f32"));
    flipAByte(place.resolve("sentences.f32"));
    Files.writeString(place.resolve("articles.jsonl"), "");

    assertThatThrownBy(() -> Release.load(place))
        .isInstanceOf(DamagedRelease.class)
        .hasMessageContaining("english.f32 is missing")
        .hasMessageContaining("sentences.f32 differs")
        .hasMessageContaining("articles.jsonl differs")
        .message()
        .doesNotContain("passages.jsonl");
  }

  @Test
  void namesADirectoryThatIsNoRelease() throws IOException {
    assertThatThrownBy(() -> Release.load(directory.resolve("nowhere")))
        .isInstanceOf(DamagedRelease.class)
        .hasMessageContaining("nowhere")
        .hasMessageContaining("manifest.json is missing");
    Files.writeString(place.resolve("manifest.json"), "{");
    assertThatThrownBy(() -> Release.load(place))
        .hasMessageContaining("manifest.json is not a manifest");
  }

  @Test
  void replacesAnOldReleaseAsAWhole() {
    TestRelease.write(TestRelease.ofEveryStatus().subList(0, 1), place);

    assertThat(Release.load(place).articles()).hasSize(1);
    assertThat(directory).isDirectoryNotContaining(file -> !file.equals(place));
  }

  @Test
  void refusesToBeEmpty() {
    assertThatThrownBy(() -> TestRelease.write(List.of(), place))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least one article");
    assertThat(Release.load(place).id()).isEqualTo(release.id());
  }

  /// Live work is refused beyond a thousand texts that wait; a clinic's content has more.
  @Test
  void takesMoreTextsThanTheLiveLaneHolds() {
    String sentences = IntStream.range(0, 1_100)
        .mapToObj(i -> "Ice helped " + i + " people.")
        .collect(Collectors.joining(" "));
    Article large =
        Articles.parse(Articles.markdown("large", "starter", "## Self-care\n\n" + sentences));
    var seen = new ArrayList<Integer>();

    new ReleaseBuilder(StarterIndex.ENCODERS, (done, total) -> seen.add(done))
        .write(List.of(large), "inputs", TestRelease.CREATED, place);

    assertThat(seen).hasSizeGreaterThan(1_100).isSorted();
    assertThat(Release.load(place).articles()).hasSize(1);
  }

  @Test
  void keepsTheVectorsOfWhatIsUnchanged() {
    Article article = TestRelease.ofEveryStatus().getFirst();
    Article added =
        Articles.parse(Articles.markdown("added", "starter", "## Self-care\n\nIce helps."));
    var embedded = new ArrayList<Integer>();

    new ReleaseBuilder(StarterIndex.ENCODERS, (done, total) -> embedded.add(total))
        .write(List.of(article, added), "inputs", TestRelease.CREATED, place);

    assertThat(embedded).as("text twice, sentence once").containsOnly(3).hasSize(3);
    Release again = TestRelease.write(List.of(article, added), directory.resolve("made-anew"));
    assertThat(Release.load(place).id()).isEqualTo(again.id());
  }

  @Test
  void refusesAReleaseWhoseQuestionsHaveNoVectors() throws IOException {
    Article asked = Articles.parse(
        Articles.markdown("asked", "starter", "## Self-care\n\n### Why?\n> ask: y\n\nIce helps."));
    TestRelease.write(List.of(asked), place);
    Path manifest = place.resolve("manifest.json");
    Files.writeString(
        manifest, Files.readString(manifest).replaceAll("\"asked-\\w+\\.f32\" : \"\\w+\",?", ""));

    assertThatThrownBy(() -> Release.load(place))
        .isInstanceOf(DamagedRelease.class)
        .hasMessageContaining("asked-english.f32 holds no vectors");
  }

  @Test
  void shipsWithTheProduct() {
    Release starter = Release.starter();

    assertThat(starter.articles()).hasSizeGreaterThanOrEqualTo(18);
    assertThat(starter.manifest().english())
        .isEqualTo(StarterIndex.ENCODERS.english().name());
  }

  private static void flipAByte(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
  }
}
