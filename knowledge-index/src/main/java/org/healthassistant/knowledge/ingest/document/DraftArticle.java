package org.healthassistant.knowledge.ingest.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.healthassistant.knowledge.analysis.LanguageDetector;
import org.healthassistant.knowledge.article.Headings;
import org.healthassistant.knowledge.ingest.LeadIns;
import org.healthassistant.knowledge.ingest.TextDamage;
import org.healthassistant.knowledge.ingest.WholeUnit;
import org.healthassistant.knowledge.text.Language;

/// A document on its way to becoming an article: a title and its text under headings.
///
/// @param title the document's title; may be empty
/// @param url where it was taken from; may be empty
/// @param also other names of its topic; may be empty
/// @param pair the title of the same article in the other language; empty where none is known
/// @param parts what it holds, in order
public record DraftArticle(
    String title, String url, List<String> also, String pair, List<Part> parts) {
  /// Copies the lists.
  public DraftArticle {
    also = List.copyOf(also);
    parts = List.copyOf(parts);
  }

  /// A draft of which neither other names nor a pair are known.
  public DraftArticle(String title, String url, List<Part> parts) {
    this(title, url, List.of(), "", parts);
  }

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
    return LanguageDetector.detect(text()).orElse(Language.FALLBACK);
  }

  /// Why no article can be made of this, with the place; empty when one can.
  public Optional<String> refusal() {
    if (parts.stream().allMatch(Part::heading)) {
      return Optional.of("'" + id() + "' has no text");
    }
    TextDamage damage = new TextDamage(text());
    Optional<String> damaged = damage.find(title);
    String heading = title;
    for (Part part : parts) {
      if (damaged.isEmpty() && part.heading() && part.text().isBlank()) {
        damaged = Optional.of("a heading has no words");
      }
      damaged = damaged.or(() -> damage.find(part.text()));
      if (damaged.isPresent()) {
        return Optional.of(damaged.get() + ", under '" + heading
            + "'; save the document anew from its source, as HTML or DOCX");
      }
      heading = part.heading() ? part.text() : heading;
    }
    return SpokenLanguages.refusal(text());
  }

  /// The article as Markdown with front matter, of status draft.
  ///
  /// @param id the id to give it
  public String markdown(String id, Origin origin) {
    List<String> lines = new ArrayList<>(List.of(
        "---",
        "id: " + id,
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
    if (!also.isEmpty()) {
      String names = also.stream().map(DraftArticle::quoted).collect(Collectors.joining(", "));
      lines.add(lines.size() - 1, "also: [" + names + "]");
    }
    if (!pair.isBlank() && !Headings.slug(pair).equals(id)) {
      lines.add(lines.size() - 1, "pair: " + Headings.slug(pair));
    }
    if (parts.isEmpty() || !parts.getFirst().heading()) {
      lines.add("\n## " + Headings.overview(language()));
    }
    NavigableMap<Integer, String> above = new TreeMap<>();
    Part.Form before = Part.Form.HEADING;
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      if (part.heading()) {
        above.tailMap(part.depth(), true).clear();
        above.put(part.depth(), part.text());
        if (!onlyHoldsHeadings(i)) {
          lines.add("\n## " + escaped(governed(above)));
        }
      } else {
        lines.add(
            (before == part.form() && part.form() == Part.Form.ITEM ? "" : "\n") + written(part));
      }
      before = part.form();
    }
    return String.join("\n", lines) + "\n";
  }

  /// A text that stays one sentence in every language.
  static String whole(String text) {
    String whole = text;
    for (Language language : Language.values()) {
      whole = WholeUnit.write(whole, language);
    }
    return whole;
  }

  private String text() {
    StringJoiner text = new StringJoiner("\n");
    text.add(title);
    parts.forEach(part -> text.add(part.text()));
    return text.toString();
  }

  private static String written(Part part) {
    return switch (part.form()) {
      case HEADING, PARAGRAPH -> escaped(part.text());
      case ITEM -> "  ".repeat(part.depth()) + "- " + escaped(part.text());
      case UNQUOTABLE -> "```\n" + part.text().replace("```", "'''") + "\n```";
    };
  }

  /// Whether a heading has no text of its own: those below it stand for themselves, and a button
  /// was none.
  private boolean onlyHoldsHeadings(int at) {
    boolean empty = at + 1 == parts.size() || parts.get(at + 1).heading();
    boolean parent =
        at + 1 < parts.size() && parts.get(at + 1).depth() > parts.get(at).depth();
    return empty && (parent || parts.get(at).depth() == Part.BUTTON);
  }

  /// The last heading, behind those above it from the first that carries the sense of them all.
  private static String governed(NavigableMap<Integer, String> above) {
    StringJoiner heading = new StringJoiner(": ");
    boolean governs = false;
    for (var level : above.entrySet()) {
      governs = governs || LeadIns.forbids(level.getValue());
      if (governs || level.getKey().equals(above.lastKey())) {
        heading.add(level.getValue());
      }
    }
    return heading.toString();
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /// A text so that Markdown reads it as it is.
  private static String escaped(String text) {
    return text.replaceAll("([\\\\`*_<>\\[\\]&~!|])", "\\\\$1")
        .replaceAll("^([#+=-])", "\\\\$1")
        .replaceAll("^(\\d{1,9})([.)])(?=\\s|$)", "$1\\\\$2");
  }
}
