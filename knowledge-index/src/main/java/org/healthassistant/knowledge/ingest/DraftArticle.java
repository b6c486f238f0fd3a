package org.healthassistant.knowledge.ingest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.healthassistant.knowledge.analysis.LanguageDetector;
import org.healthassistant.knowledge.article.Headings;
import org.healthassistant.knowledge.text.Language;

/// A document on its way to becoming an article: a title and its text under headings.
///
/// @param title the document's title; may be empty
/// @param url where it was taken from; may be empty
/// @param parts headings and paragraphs in order
public record DraftArticle(String title, String url, List<Part> parts) {
  /// Copies the list.
  public DraftArticle {
    parts = List.copyOf(parts);
  }

  /// A heading or a paragraph.
  public record Part(boolean heading, String text) {}

  /// What the importer says of an article that the document does not.
  ///
  /// @param publisher who publishes it
  /// @param licence under which it may be used
  /// @param url where it is, for documents that do not say
  /// @param on the day of the import
  public record Origin(String publisher, String licence, String url, LocalDate on) {}

  /// The article's id: the title as a slug.
  public String id() {
    return Headings.slug(title);
  }

  /// The language that the text reads as, else [Language#FALLBACK].
  public Language language() {
    StringJoiner text = new StringJoiner(" ");
    parts.forEach(part -> text.add(part.text()));
    return LanguageDetector.detect(title + " " + text).orElse(Language.FALLBACK);
  }

  /// The article as Markdown with front matter, of status draft.
  public String markdown(Origin origin) {
    List<String> lines = new ArrayList<>(List.of(
        "---",
        "id: " + id(),
        "title: " + quoted(title),
        "language: " + language().tag(),
        "topics: [" + id() + "]",
        "audience: patient",
        "publisher: " + quoted(origin.publisher()),
        "url: " + (url.isBlank() ? origin.url() : url),
        "licence: " + quoted(origin.licence()),
        "evidenceDate: " + origin.on(),
        "reviewedBy: \"\"",
        "reviewedOn: \"\"",
        "reviewBy: " + origin.on().plusYears(1),
        "status: draft",
        "---"));
    if (parts.isEmpty() || !parts.getFirst().heading()) {
      lines.add("\n## " + Headings.overview(language()));
    }
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      boolean empty =
          part.heading() && (i + 1 == parts.size() || parts.get(i + 1).heading());
      if (!empty) {
        lines.add("\n" + (part.heading() ? "## " : "") + escaped(part.text()));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String escaped(String text) {
    return text.replaceAll("([\\\\`*_<>\\[\\]])", "\\\\$1")
        .replaceAll("^([#+=-]|\\d+[.)])", "\\\\$1");
  }
}
