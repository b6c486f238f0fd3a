package org.healthassistant.knowledge.search;

import java.util.Map;
import org.healthassistant.knowledge.article.SectionKind;
import org.healthassistant.knowledge.data.DataFile;
import org.healthassistant.knowledge.passage.SearchRequest.Retriever;
import org.healthassistant.knowledge.text.Language;

/// How passages are ranked: the content of `weights.yaml`.
record Weights(
    float k1,
    float b,
    Fields fields,
    float synonym,
    int depth,
    Alike alike,
    int exact,
    Map<SectionKind, Double> kinds,
    Map<String, FusionWeights> fusion) {
  static final Weights BUILT_IN = DataFile.read(Weights.class, "weights.yaml", Weights.class);

  record Fields(float title, float topics, float section, float asks, float body) {}

  /// The cosines of each encoder from which two questions say the same.
  record Alike(double english, double bilingual) {}

  /// The shares of the rankings; a share of 0 leaves a ranking out.
  record FusionWeights(double bm25, double english, double bilingual) {
    FusionWeights forRetriever(Retriever retriever) {
      return switch (retriever) {
        case HYBRID -> this;
        case BM25 -> new FusionWeights(1, 0, 0);
        case DENSE -> new FusionWeights(0, english, bilingual);
      };
    }
  }

  /// The shares when a question in one language searches content in another: only English
  /// content that is asked for in English has vectors of the English encoder.
  FusionWeights fusion(Language question, Language content) {
    String key = question == Language.ENGLISH && content == question ? "english" : "bilingual";
    FusionWeights weights = fusion.get(key);
    if (weights == null) {
      throw new IllegalStateException("weights.yaml names no fusion for '" + key + "'");
    }
    return weights;
  }
}
