package org.healthassistant.assistant.answer.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.healthassistant.assistant.answer.AnswerCitation;
import org.healthassistant.assistant.answer.AnswerCitation.ContentCitation;
import org.healthassistant.assistant.answer.AnswerCitation.RecordCitation;
import org.healthassistant.assistant.answer.AnswerSentence;
import org.healthassistant.assistant.answer.evidence.DraftSentence;
import org.healthassistant.assistant.answer.evidence.EvidenceItem;
import org.healthassistant.assistant.answer.text.TextNormalizer;
import org.healthassistant.assistant.record.RecordFact;
import org.healthassistant.knowledge.article.Conditional;
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

  /// @param release of which the cited passages are; empty where none is cited
  List<AnswerCitation> citations(String release) {
    return sources.entrySet().stream()
        .map(entry -> citation(entry.getKey(), entry.getValue(), release))
        .toList();
  }

  /// The ids of the passages that were quoted.
  Set<String> passages() {
    Set<String> passages = new LinkedHashSet<>();
    for (EvidenceItem source : sources.values()) {
      switch (source) {
        case EvidenceItem.Vetted vetted -> passages.add(vetted.passage().id());
        case EvidenceItem.Meant meant -> passages.add(meant.passage().id());
        case EvidenceItem.Own own -> {}
      }
    }
    return passages;
  }

  /// The record items that were told.
  List<RecordFact> facts() {
    return sources.values().stream()
        .flatMap(source -> source instanceof EvidenceItem.Own o
            ? java.util.stream.Stream.of(o.fact())
            : java.util.stream.Stream.empty())
        .toList();
  }

  /// Adds a line, and gives it with its ids.
  AnswerSentence add(DraftSentence line) {
    List<String> cited =
        line.sources().stream().map(source -> idOf(source, line.text())).toList();
    AnswerSentence sentence = new AnswerSentence(line.text(), cited, line.kind());
    sentences.add(sentence);
    return sentence;
  }

  private String idOf(EvidenceItem source, String quote) {
    String key = switch (source) {
      case EvidenceItem.Vetted vetted -> "passage " + vetted.passage().id();
      case EvidenceItem.Meant meant -> "passage " + meant.passage().id();
      case EvidenceItem.Own o -> "item " + o.fact().resource();
    };
    String id = ids.computeIfAbsent(key, any -> switch (source) {
      case EvidenceItem.Vetted vetted -> "c" + ++content;
      case EvidenceItem.Meant meant -> "c" + ++content;
      case EvidenceItem.Own o -> "r" + ++own;
    });
    sources.putIfAbsent(id, source);
    quotes.computeIfAbsent(id, any -> new LinkedHashSet<>()).add(quote);
    return id;
  }

  private AnswerCitation citation(String id, EvidenceItem source, String release) {
    return switch (source) {
      case EvidenceItem.Vetted vetted -> content(id, vetted.passage(), release);
      case EvidenceItem.Meant meant -> content(id, meant.passage(), release);
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
  private ContentCitation content(String id, Passage passage, String release) {
    Set<String> quoted = quotes.getOrDefault(id, Set.of());
    String all = TextNormalizer.singleSpaced(passage.text());
    Set<String> meant = passage.asked() == null
        ? Set.of()
        : passage.asked().conditionals().stream()
            .map(Conditional::sentence)
            .collect(Collectors.toUnmodifiableSet());
    boolean verbatim =
        quoted.stream().allMatch(quote -> all.contains(quote) || meant.contains(quote));
    String snippet = verbatim ? String.join(" ", quoted) : all;
    Citation citation = Citation.of(passage, snippet);
    return new ContentCitation(
        id,
        citation.title(),
        citation.section(),
        citation.publisher(),
        citation.url(),
        "/articles/" + citation.articleId() + "?release=" + release + "#" + citation.anchor(),
        citation.reviewedOn(),
        citation.starter(),
        snippet);
  }
}
