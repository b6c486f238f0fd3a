package org.healthassistant.assistant.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.healthassistant.assistant.record.RecordFact;
import org.healthassistant.knowledge.Passage;
import org.healthassistant.knowledge.Sentence;

/// Writes an answer from authored sentences, word by word: the direct one first, the patient's fact
/// second, two or three more of the same section, when to get help last.
final class ExtractiveWriter {

  /// The sentences of an answer, the one on getting help included.
  private static final int LENGTH = 5;

  /// How much nearer to the question a sentence must be to go before the section's opening, which
  /// was written to answer the heading.
  private static final double NEARER = 0.15;

  /// How many words a sentence must share with a fact to be its explanation.
  private static final int EXPLAINS = 2;

  /// The lines of an answer, at least one.
  List<Line> write(Evidence evidence) {
    List<Line> lines = new ArrayList<>();
    Passage section = evidence.section();
    Sentence lead = lead(evidence);
    lines.add(Line.of(lead.text(), section));
    evidence.fact().ifPresent(fact -> lines.add(Line.of(fact)));
    Optional<Line> explanation =
        evidence.fact().flatMap(fact -> explanation(fact, evidence, lead.text()));
    explanation.ifPresent(lines::add);
    Optional<Line> help = help(evidence);
    int left = LENGTH - lines.size() - (help.isPresent() ? 1 : 0);
    for (Sentence sentence : others(evidence, lead, left)) {
      lines.add(Line.of(sentence.text(), section));
    }
    help.ifPresent(lines::add);
    return distinct(lines);
  }

  /// When to get help, from the same article; empty when it has no such section.
  static Optional<Line> help(Evidence evidence) {
    return evidence.help().map(part -> Line.of(part.sentences().getFirst().text(), part));
  }

  private static Sentence lead(Evidence evidence) {
    List<Sentence> sentences = evidence.section().sentences();
    Sentence opening = sentences.getFirst();
    Sentence nearest = sentences.stream()
        .max(Comparator.comparingDouble(s -> relevance(evidence, s)))
        .orElse(opening);
    return relevance(evidence, nearest) > relevance(evidence, opening) + NEARER ? nearest : opening;
  }

  /// The nearest others of the section, in its order.
  private static List<Sentence> others(Evidence evidence, Sentence lead, int count) {
    List<Sentence> nearest = evidence.section().sentences().stream()
        .filter(sentence -> sentence != lead)
        .sorted(
            Comparator.comparingDouble((Sentence s) -> relevance(evidence, s)).reversed())
        .limit(Math.max(0, count))
        .toList();
    return evidence.section().sentences().stream().filter(nearest::contains).toList();
  }

  /// The vetted sentence that says why a medicine, allergy or condition of the record matters here.
  private static Optional<Line> explanation(RecordFact fact, Evidence evidence, String lead) {
    if (fact.loinc().isPresent() || evidence.otherLanguage()) {
      return Optional.empty();
    }
    record Candidate(Passage passage, Sentence sentence, int shared) {}
    return evidence.article().stream()
        .flatMap(passage -> passage.sentences().stream()
            .map(sentence ->
                new Candidate(passage, sentence, Relevance.shared(fact.text(), sentence.text()))))
        .filter(c -> c.shared() >= EXPLAINS && !c.sentence().text().endsWith("?"))
        .filter(c -> !c.sentence().text().equals(lead))
        .max(Comparator.comparingDouble(
            c -> c.shared() + evidence.relevance().of(c.sentence(), c.passage())))
        .map(c -> Line.of(c.sentence().text(), c.passage()));
  }

  private static double relevance(Evidence evidence, Sentence sentence) {
    return evidence.relevance().of(sentence, evidence.section());
  }

  private static List<Line> distinct(List<Line> lines) {
    Set<String> seen = new LinkedHashSet<>();
    return lines.stream().filter(line -> seen.add(line.text())).toList();
  }
}
