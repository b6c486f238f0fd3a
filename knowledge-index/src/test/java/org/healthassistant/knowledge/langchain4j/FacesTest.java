package org.healthassistant.knowledge.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.ContentMetadata;
import dev.langchain4j.rag.query.Query;
import java.time.LocalDate;
import java.util.List;
import org.healthassistant.knowledge.StarterIndex;
import org.healthassistant.knowledge.embed.Priority;
import org.healthassistant.knowledge.passage.Eligibility;
import org.junit.jupiter.api.Test;

class FacesTest {
  @Test
  void retrieveVettedPassagesWithTheirScore() {
    var retriever = new KnowledgeContentRetriever(StarterIndex.INDEX, () -> StarterIndex.TODAY, 2);

    List<Content> contents = retriever.retrieve(Query.from("¿qué es la presión alta?"));

    assertThat(contents).isNotEmpty().hasSizeLessThanOrEqualTo(2);
    assertThat(contents.getFirst().textSegment().metadata().getString("articleId"))
        .isEqualTo("high-blood-pressure-es");
    assertThat((Double) contents.getFirst().metadata().get(ContentMetadata.SCORE))
        .isGreaterThanOrEqualTo(0.5);
  }

  @Test
  void retrieveNothingThatMayNotBeShown() {
    var retriever = new KnowledgeContentRetriever(
        StarterIndex.INDEX, () -> new Eligibility(LocalDate.of(2026, 12, 1), false), 5);

    assertThat(retriever.retrieve(Query.from("what is high blood pressure"))).isEmpty();
  }

  @Test
  void embedInOrder() {
    var model = new EncoderEmbeddingModel(StarterIndex.ENCODERS.bilingual(), Priority.BULK);

    var embeddings = model
        .embedAll(List.of(TextSegment.from("fever"), TextSegment.from("asthma")))
        .content();

    assertThat(embeddings).hasSize(2);
    assertThat(embeddings.get(1)).isEqualTo(model.embed("asthma").content());
    assertThat(model.dimension()).isEqualTo(512);
    assertThat(model.modelName()).contains("@");
  }
}
