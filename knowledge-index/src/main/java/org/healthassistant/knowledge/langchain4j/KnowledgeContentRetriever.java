package org.healthassistant.knowledge.langchain4j;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.ContentMetadata;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.query.Query;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.healthassistant.knowledge.KnowledgeIndex;
import org.healthassistant.knowledge.analysis.LanguageDetector;
import org.healthassistant.knowledge.passage.Eligibility;
import org.healthassistant.knowledge.passage.Passage;
import org.healthassistant.knowledge.passage.SearchHit;
import org.healthassistant.knowledge.passage.SearchRequest;
import org.healthassistant.knowledge.text.Language;

/// The index as a LangChain4j content retriever: hybrid search with the floor on.
///
/// Each content carries `passageId`, `articleId`, `title`, `section`, `publisher` and `url` as
/// metadata of its segment, and the calibrated score. The question's language is read from its
/// words.
public final class KnowledgeContentRetriever implements ContentRetriever {
  private final KnowledgeIndex index;
  private final Supplier<Eligibility> eligibility;
  private final int limit;

  /// A retriever over an index.
  ///
  /// @param eligibility asked at every question, so that a clock can be behind it
  /// @param limit the most contents, 1 to 1000
  public KnowledgeContentRetriever(
      KnowledgeIndex index, Supplier<Eligibility> eligibility, int limit) {
    this.index = index;
    this.eligibility = eligibility;
    this.limit = limit;
  }

  /// The passages that answer the question, best first; empty when nothing is good enough.
  @Override
  public List<Content> retrieve(Query query) {
    Language language = LanguageDetector.detect(query.text()).orElse(Language.FALLBACK);
    SearchRequest request =
        SearchRequest.of(query.text(), language, eligibility.get()).withLimit(limit);
    return index.search(request).stream()
        .map(KnowledgeContentRetriever::content)
        .toList();
  }

  private static Content content(SearchHit hit) {
    Passage passage = hit.passage();
    Metadata metadata = Metadata.from(Map.of(
        "passageId", passage.id(),
        "articleId", passage.articleId(),
        "title", passage.title(),
        "section", passage.section(),
        "publisher", passage.publisher(),
        "url", passage.url()));
    return Content.from(
        TextSegment.from(passage.text(), metadata), Map.of(ContentMetadata.SCORE, hit.score()));
  }
}
