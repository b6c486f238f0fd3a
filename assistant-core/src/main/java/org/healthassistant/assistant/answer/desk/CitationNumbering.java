package org.healthassistant.assistant.answer.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.healthassistant.assistant.answer.AnswerCitation;
import org.healthassistant.assistant.answer.AnswerCitation.ContentCitation;
import org.healthassistant.assistant.answer.AnswerCitation.RecordCitation;
import org.healthassistant.assistant.answer.AnswerSentence;
import org.healthassistant.assistant.answer.evidence.DraftSentence;
import org.healthassistant.assistant.answer.evidence.EvidenceItem;
import org.healthassistant.assistant.answer.text.TextNormalizer;
import org.healthassistant.assistant.record.RecordFact;
import org.healthassistant.knowledge.passage.Citation;
import org.healthassistant.knowledge.passage.Passage;

/// Gives lines their citations: one a passage and one a record item, numbered in the order of
/// first use; a passage's snippet is what was quoted from it.
final class CitationNumbering {

  private final Map<String, String> ids = new LinkedHashMap<>();
  private final Map<String, Set<String>> quotes = new LinkedHashMap<>();
  private final Map<String, EvidenceItem> sources = new LinkedHashMap<>();
  private final List<AnswerSentence> sentences = new ArrayList<>();
  private int content;
  private int own;

  CitationNumbering(List<DraftSentence> lines) {
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
    for (EvidenceItem source : sources.values()) {
      if (source instanceof EvidenceItem.Vetted vetted) {
        sections.add(vetted.passage().section());
      }
    }
    return sections;
  }

  /// The record items that were told.
  List<RecordFact> facts() {
    return sources.values().stream()
        .flatMap(source -> source instanceof EvidenceItem.Own o
            ? java.util.stream.Stream.of(o.fact())
            : java.util.stream.Stream.empty())
        .toList();
  }

  private void add(DraftSentence line) {
    List<String> cited =
        line.sources().stream().map(source -> idOf(source, line.text())).toList();
    sentences.add(new AnswerSentence(line.text(), cited, line.kind()));
  }

  private String idOf(EvidenceItem source, String quote) {
    String key = switch (source) {
      case EvidenceItem.Vetted vetted -> "passage " + vetted.passage().id();
      case EvidenceItem.Own o -> "item " + o.fact().resource();
    };
    String id = ids.computeIfAbsent(key, any -> switch (source) {
      case EvidenceItem.Vetted vetted -> "c" + ++content;
      case EvidenceItem.Own o -> "r" + ++own;
    });
    sources.putIfAbsent(id, source);
    quotes.computeIfAbsent(id, any -> new LinkedHashSet<>()).add(quote);
    return id;
  }

  private AnswerCitation citation(String id, EvidenceItem source) {
    return switch (source) {
      case EvidenceItem.Vetted vetted -> content(id, vetted.passage());
      case EvidenceItem.Own o ->
        new RecordCitation(
            id,
            o.fact().resource(),
            o.fact().label(),
            o.fact().date().orElse(null),
            o.fact().snippet());
    };
  }

  /// What was written anew is supported by the passage as a whole; what was quoted, by the
  /// quotes.
  private ContentCitation content(String id, Passage passage) {
    Set<String> quoted = quotes.getOrDefault(id, Set.of());
    boolean verbatim =
        quoted.stream().allMatch(TextNormalizer.singleSpaced(passage.text())::contains);
    String snippet =
        verbatim ? String.join(" ", quoted) : TextNormalizer.singleSpaced(passage.text());
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
