package org.healthassistant.knowledge.langchain4j;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.healthassistant.knowledge.embed.Encoder;
import org.healthassistant.knowledge.embed.Priority;

/// An encoder as a LangChain4j embedding model.
public final class EncoderEmbeddingModel implements EmbeddingModel {
  private final Encoder encoder;
  private final Priority priority;

  /// A model over an encoder.
  ///
  /// @param priority how urgent its embeddings are: live for questions, bulk for a corpus
  public EncoderEmbeddingModel(Encoder encoder, Priority priority) {
    this.encoder = encoder;
    this.priority = priority;
  }

  /// The vectors of segments, in order.
  @Override
  public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
    List<CompletableFuture<float[]>> vectors = segments.stream()
        .map(segment -> encoder.encode(segment.text(), priority))
        .toList();
    return Response.from(
        vectors.stream().map(CompletableFuture::join).map(Embedding::from).toList());
  }

  /// The length of the vectors.
  @Override
  public int dimension() {
    return encoder.dimensions();
  }

  /// The encoder's name.
  @Override
  public String modelName() {
    return encoder.name();
  }
}
