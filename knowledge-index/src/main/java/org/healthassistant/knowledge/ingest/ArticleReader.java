package org.healthassistant.knowledge.ingest;

/// Reads Markdown articles.
public final class ArticleReader {
  private ArticleReader() {}
}
