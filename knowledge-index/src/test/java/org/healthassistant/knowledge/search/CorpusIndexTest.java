package org.healthassistant.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.healthassistant.knowledge.StarterIndex;
import org.healthassistant.knowledge.passage.SearchRequest.Retriever;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusIndexTest {
  private static final List<CorpusDocument> DOCUMENTS = List.of(
      new CorpusDocument("b", "Nosebleeds", "Pinch the soft part of the nose for ten minutes."),
      new CorpusDocument("a", "Fever", "Drink water and rest when you have a fever."),
      new CorpusDocument(
          "c",
          "",
          "Sentences about many things stand here. ".repeat(80) + "Wasps sting when disturbed."),
      new CorpusDocument("d", "", ""));

  @Test
  void ranksByEveryRetriever() {
    try (CorpusIndex index = CorpusIndex.build(
        DOCUMENTS, Language.ENGLISH, StarterIndex.ENCODERS, (done, total) -> {})) {
      for (Retriever retriever : Retriever.values()) {
        assertThat(index
                .rank("how do I stop a nosebleed, pinch the nose?", retriever, 10)
                .getFirst()
                .id())
            .isEqualTo("b");
      }
      assertThat(index.rank("high temperature", Retriever.HYBRID, 1))
          .singleElement()
          .satisfies(ranked -> assertThat(ranked.id()).isEqualTo("a"));
      assertThat(index.rank("wasps", Retriever.HYBRID, 10).getFirst().id()).isEqualTo("c");
      assertThat(index.rank("", Retriever.BM25, 10)).isEmpty();
    }
  }

  @Test
  void keepsItsVectorsInAFile(@TempDir Path directory) throws IOException {
    Path cache = directory.resolve("vectors");
    AtomicInteger embedded = new AtomicInteger();
    for (int run = 0; run < 2; run++) {
      CorpusIndex.build(
              DOCUMENTS,
              Language.ENGLISH,
              StarterIndex.ENCODERS,
              Retriever.HYBRID,
              cache,
              (done, total) -> embedded.incrementAndGet())
          .close();
    }
    int once = embedded.get();
    CorpusIndex.build(
            DOCUMENTS.subList(0, 2),
            Language.ENGLISH,
            StarterIndex.ENCODERS,
            Retriever.HYBRID,
            cache,
            (done, total) -> embedded.incrementAndGet())
        .close();

    assertThat(once).isEqualTo(2 * 5);
    assertThat(embedded.get() - once).as("other documents are embedded anew").isEqualTo(2 * 2);
    Files.writeString(cache, "damaged");
    CorpusIndex.build(
            DOCUMENTS,
            Language.ENGLISH,
            StarterIndex.ENCODERS,
            Retriever.HYBRID,
            cache,
            (done, total) -> {})
        .close();
  }

  @Test
  void embedsNothingForWordsAlone() {
    AtomicInteger embedded = new AtomicInteger();
    try (CorpusIndex index = CorpusIndex.build(
        DOCUMENTS,
        Language.ENGLISH,
        StarterIndex.ENCODERS,
        Retriever.BM25,
        null,
        (done, total) -> embedded.incrementAndGet())) {
      assertThat(index.rank("wasps", Retriever.BM25, 10).getFirst().id()).isEqualTo("c");
      assertThat(embedded).hasValue(0);
      assertThatThrownBy(() -> index.rank("wasps", Retriever.HYBRID, 10))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("BM25");
    }
  }

  @Test
  void refusesAnEmptyCollection() {
    assertThatThrownBy(() -> CorpusIndex.build(
            List.of(), Language.ENGLISH, StarterIndex.ENCODERS, (done, total) -> {}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
