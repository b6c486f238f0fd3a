package org.healthassistant.knowledge.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.healthassistant.knowledge.StarterIndex;
import org.healthassistant.knowledge.TestRelease;
import org.healthassistant.knowledge.article.Article;
import org.healthassistant.knowledge.ingest.Articles;
import org.healthassistant.knowledge.release.ReleaseDiff.Change;
import org.healthassistant.knowledge.release.ReleaseDiff.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShelfTest {
  private static final Article NOSE =
      article("nose", "### Why?\n> ask: y\n\nDust makes noses bleed.");
  private static final Article ICE = article("ice", "### How?\n> ask: h\n\nIce helps.");

  @TempDir
  Path directory;

  @Test
  void keepsReleasesSideBySideAndSwitchesAndGoesBack() {
    Shelf shelf = new Shelf(directory);
    String first = put(shelf, NOSE);
    String second = put(shelf, NOSE, ICE);

    assertThat(Release.load(directory).id()).isEqualTo(second);
    assertThat(Release.load(directory.resolve(first)).articles()).containsExactly(NOSE);
    assertThat(shelf.back()).contains(first);
    assertThat(Release.load(directory).id()).isEqualTo(first);
    assertThat(shelf.back()).as("nothing before it").isEmpty();
    shelf.use(second);
    assertThat(shelf.history()).containsExactly(second, first);
  }

  @Test
  void refusesToUseWhatIsNotThereOrNotWhole() throws IOException {
    Shelf shelf = new Shelf(directory);
    String first = put(shelf, NOSE);
    String second = put(shelf, ICE);
    Files.writeString(directory.resolve(first).resolve("articles.jsonl"), "");

    assertThatThrownBy(shelf::back).isInstanceOf(DamagedRelease.class);
    assertThatThrownBy(() -> shelf.use("nowhere")).isInstanceOf(DamagedRelease.class);
    assertThat(Release.load(directory).id()).isEqualTo(second);
  }

  @Test
  void isReadAsOneReleaseOrTheOtherWhileItIsSwitched() throws InterruptedException {
    Shelf shelf = new Shelf(directory);
    String first = put(shelf, NOSE);
    String second = put(shelf, NOSE, ICE);
    AtomicBoolean done = new AtomicBoolean();
    Thread switching = Thread.ofPlatform().start(() -> {
      for (int i = 0; i < 100; i++) {
        shelf.use(i % 2 == 0 ? first : second);
      }
      done.set(true);
    });

    while (!done.get()) {
      Release read = Release.load(directory);
      assertThat(read.articles()).hasSize(read.id().equals(first) ? 1 : 2);
    }
    switching.join();
  }

  @Test
  void tellsWhatChangesByTopic() {
    Release before = TestRelease.write(List.of(NOSE, ICE), directory.resolve("a"));
    Article changed = article("nose", "### Why?\n> ask: why now\n\nDust makes noses bleed.");
    Article other = article("heat", "### When?\n> ask: w\n\nHeat helps.");
    Release after = TestRelease.write(List.of(changed, other), directory.resolve("b"));

    assertThat(ReleaseDiff.between(before, after).changes())
        .containsEntry("nose", List.of(new Change(Kind.CHANGED, "nose#why", "About nose", "Why?")))
        .containsEntry("ice", List.of(new Change(Kind.REMOVED, "ice#how", "About ice", "How?")))
        .containsEntry("heat", List.of(new Change(Kind.ADDED, "heat#when", "About heat", "When?")))
        .hasSize(3);
    assertThat(ReleaseDiff.between(before, before).changes()).isEmpty();
  }

  private static String put(Shelf shelf, Article... articles) {
    new ReleaseBuilder(StarterIndex.ENCODERS, (done, total) -> {})
        .write(List.of(articles), "inputs", TestRelease.CREATED, shelf.next());
    shelf.keep();
    return shelf.history().getFirst();
  }

  private static Article article(String id, String body) {
    return Articles.parse(Articles.markdown(id, "starter", "## Self-care\n\n" + body));
  }
}
