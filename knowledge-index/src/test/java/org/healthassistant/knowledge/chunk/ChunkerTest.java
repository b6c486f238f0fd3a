package org.healthassistant.knowledge.chunk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.healthassistant.knowledge.article.Article;
import org.healthassistant.knowledge.ingest.Articles;
import org.junit.jupiter.api.Test;

class ChunkerTest {
  private final Chunker chunker = new Chunker(text -> text.split("\\s+").length);

  @Test
  void makesOnePassageOfASection() {
    List<Chunk> chunks = chunker.chunks(article("One two three. Four five."));

    assertThat(chunks).singleElement().satisfies(chunk -> {
      assertThat(chunk.id("a")).isEqualTo("a#overview");
      assertThat(chunk.sentences().stream().map(span -> span.in(chunk.text())))
          .containsExactly("One two three.", "Four five.");
    });
  }

  @Test
  void cutsALongSectionAtSentenceEnds() {
    String sentence = "word ".repeat(99) + "end. ";
    List<Chunk> chunks = chunker.chunks(article(sentence.repeat(5).strip()));

    assertThat(chunks)
        .extracting(chunk -> chunk.id("a"))
        .containsExactly("a#overview", "a#overview~2", "a#overview~3");
    assertThat(chunks).allSatisfy(chunk -> {
      assertThat(chunk.text()).endsWith("end.");
      assertThat(chunk.text().split("\\s+").length).isLessThanOrEqualTo(220);
    });
  }

  private static Article article(String text) {
    return Articles.parse(Articles.markdown("a", "starter", "## Overview\n\n" + text));
  }
}
