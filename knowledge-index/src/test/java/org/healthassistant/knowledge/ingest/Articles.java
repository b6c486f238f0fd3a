package org.healthassistant.knowledge.ingest;

import java.util.ArrayList;
import java.util.List;
import org.healthassistant.knowledge.article.Article;
import org.healthassistant.knowledge.chunk.Chunker;

/// Small articles for tests.
public final class Articles {
  private Articles() {}

  /// An article's text with usual front matter.
  public static String markdown(String id, String status, String body) {
    boolean approved = status.equals("approved");
    return """
        ---
        id: %s
        title: About %s
        language: en
        topics: [%s]
        audience: patient
        publisher: Test clinic
        url: https://example.org/%s
        licence: CC0-1.0
        evidenceDate: 2026-01-10
        reviewedBy: "%s"
        reviewedOn: "%s"
        reviewBy: 2027-01-10
        status: %s
        ---

        %s
        """.formatted(
            id,
            id,
            id,
            id,
            approved ? "Jordan Lee, RN" : "",
            approved ? "2026-02-01" : "",
            status,
            body);
  }

  /// The article of a text that is well-formed.
  public static Article parse(String markdown) {
    List<Problem> problems = new ArrayList<>();
    return ArticleReader.read(new SourceText("test.md", markdown), problems)
        .orElseThrow(() -> new AssertionError(problems.toString()));
  }

  /// What is wrong with an article's text.
  public static List<Problem> problems(String markdown) {
    List<Problem> problems = new ArrayList<>();
    ArticleReader.read(new SourceText("test.md", markdown), problems);
    return problems;
  }

  /// Everything that could be quoted of an article's text by itself; nothing of one that is not
  /// well-formed.
  public static List<String> units(String markdown) {
    List<Problem> problems = new ArrayList<>();
    List<String> units = new ArrayList<>();
    ArticleReader.read(new SourceText("test.md", markdown), problems)
        .ifPresent(article -> new Chunker(text -> text.split(" ").length)
            .chunks(article)
            .forEach(chunk -> chunk.sentences().forEach(span -> units.add(span.in(chunk.text())))));
    return units;
  }
}
