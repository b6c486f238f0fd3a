package org.healthassistant.assistant.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.healthassistant.assistant.answer.AnswerCitation.ContentCitation;
import org.healthassistant.assistant.answer.AnswerCitation.RecordCitation;
import org.healthassistant.assistant.record.RecordFact;
import org.healthassistant.knowledge.Citation;
import org.healthassistant.knowledge.Passage;

/// Gives lines their citations: one a passage and one a record item, numbered in the order of first
/// use; a passage's snippet is what was quoted from it.
final class Assembly {

  private final Map<String, String> ids = new LinkedHashMap<>();
  private final Map<String, Set<String>> quotes = new LinkedHashMap<>();
  private final Map<String, Source> sources = new LinkedHashMap<>();
  private final List<AnswerSentence> sentences = new ArrayList<>();
  private int content;
  private int own;

  Assembly(List<Line> lines) {
    lines.forEach(this::add);
  }

  List<AnswerSentence> sentences() {
    return List.copyOf(sentences);
  }

  List<AnswerCitation> citations() {
    return sources.entrySet().stream()
        .map(entry -> citation(entry.getKey(), entry.getValue()))
        .toList();
  }

  /// The headings that were quoted.
  Set<String> sections() {
    Set<String> sections = new LinkedHashSet<>();
    for (Source source : sources.values()) {
      if (source instanceof Source.Vetted vetted) {
        sections.add(vetted.passage().section());
      }
    }
    return sections;
  }

  /// The record items that were told.
  List<RecordFact> facts() {
    return sources.values().stream()
        .flatMap(source -> source instanceof Source.Own o
            ? java.util.stream.Stream.of(o.fact())
            : java.util.stream.Stream.empty())
        .toList();
  }

  private void add(Line line) {
    List<String> cited =
        line.sources().stream().map(source -> idOf(source, line.text())).toList();
    sentences.add(new AnswerSentence(line.text(), cited, line.kind()));
  }

  private String idOf(Source source, String quote) {
    String key = switch (source) {
      case Source.Vetted vetted -> "passage " + vetted.passage().id();
      case Source.Own o -> "item " + o.fact().resource();
    };
    String id = ids.computeIfAbsent(key, any -> switch (source) {
      case Source.Vetted vetted -> "c" + ++content;
      case Source.Own o -> "r" + ++own;
    });
    sources.putIfAbsent(id, source);
    quotes.computeIfAbsent(id, any -> new LinkedHashSet<>()).add(quote);
    return id;
  }

  private AnswerCitation citation(String id, Source source) {
    return switch (source) {
      case Source.Vetted vetted -> content(id, vetted.passage());
      case Source.Own o ->
        new RecordCitation(
            id,
            o.fact().resource(),
            o.fact().label(),
            o.fact().date().orElse(null),
            o.fact().snippet());
    };
  }

  /// What was written anew is supported by the passage as a whole; what was quoted, by the quotes.
  private ContentCitation content(String id, Passage passage) {
    Set<String> quoted = quotes.getOrDefault(id, Set.of());
    boolean verbatim = quoted.stream().allMatch(Sentences.plain(passage.text())::contains);
    String snippet = verbatim ? String.join(" ", quoted) : Sentences.plain(passage.text());
    Citation citation = Citation.of(passage, snippet);
    return new ContentCitation(
        id,
        citation.title(),
        citation.section(),
        citation.publisher(),
        citation.url(),
        "/articles/" + citation.articleId() + "#" + citation.anchor(),
        citation.reviewedOn(),
        citation.starter(),
        snippet);
  }
}
