package org.healthassistant.assistant.answer.extractive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.healthassistant.assistant.answer.evidence.DraftSentence;
import org.healthassistant.assistant.answer.evidence.Evidence;
import org.healthassistant.assistant.answer.evidence.QuestionCues;
import org.healthassistant.assistant.answer.text.ContentStems;
import org.healthassistant.assistant.answer.text.Medicines;
import org.healthassistant.assistant.answer.text.RankingConstants.ForSentence;
import org.healthassistant.assistant.record.RecordFact;
import org.healthassistant.knowledge.passage.Passage;
import org.healthassistant.knowledge.passage.Sentence;

/// Writes an answer from authored sentences, word by word: the direct one first (what a
/// medicine or condition of the patient's means for the question, where that is known), the
/// patient's fact second, two or three more of the same section, when to get help last.
public final class ExtractiveWriter {

  private final ForSentence constants;

  /// A writer that weighs sentences by these numbers.
  public ExtractiveWriter(ForSentence constants) {
    this.constants = constants;
  }

  /// The lines of an answer, at least one.
  public List<DraftSentence> write(Evidence evidence) {
    List<DraftSentence> lines = new ArrayList<>();
    Passage section = evidence.section();
    List<DraftSentence> own = own(evidence);
    if (own.size() > 1) {
      lines.add(own.getLast());
      lines.add(own.getFirst());
    } else {
      lines.add(DraftSentence.of(lead(evidence).text(), section));
      lines.addAll(QuestionCues.BUILT_IN.asksForOwn(evidence.asked()) ? 0 : 1, own);
    }
    Optional<DraftSentence> help = help(evidence);
    Set<String> used = lines.stream().map(DraftSentence::text).collect(Collectors.toSet());
    int left = constants.answerLength() - used.size() - (help.isPresent() ? 1 : 0);
    for (Sentence sentence : others(evidence, used, left)) {
      lines.add(DraftSentence.of(sentence.text(), section));
    }
    help.ifPresent(lines::add);
    return distinct(lines);
  }

  /// The fact that matters. A value is told by itself; a medicine, allergy or condition only with
  /// the vetted sentence that says why it matters to what was asked: one of the section that
  /// answers, or of the whole article where a medicine was asked about.
  public List<DraftSentence> own(Evidence evidence) {
    if (evidence.fact().isEmpty()) {
      return List.of();
    }
    RecordFact fact = evidence.fact().get();
    if (fact.loinc().isPresent()) {
      return List.of(DraftSentence.of(fact));
    }
    boolean asked = !Medicines.BUILT_IN.namedIn(evidence.asked()).isEmpty();
    return explanation(fact, evidence)
        .filter(why -> asked || why.isOf(evidence.section()))
        .map(why -> List.of(DraftSentence.of(fact), why))
        .orElse(List.of());
  }

  /// When to get help, from the same article; empty when it has no such section.
  public static Optional<DraftSentence> help(Evidence evidence) {
    return evidence
        .help()
        .map(part -> DraftSentence.of(part.sentences().getFirst().text(), part));
  }

  private Sentence lead(Evidence evidence) {
    List<Sentence> sentences = evidence.section().sentences();
    Sentence opening = sentences.getFirst();
    Sentence nearest = sentences.stream()
        .max(Comparator.comparingDouble(s -> relevance(evidence, s)))
        .orElse(opening);
    boolean asked = evidence.intent().fit(evidence.section().kind()) > 0
        || evidence.relevance().headingShare(evidence.section()) > 0;
    double margin = asked ? constants.nearerThanAsked() : constants.nearer();
    return relevance(evidence, nearest) > relevance(evidence, opening) + margin ? nearest : opening;
  }

  /// The nearest others of the section, in its order.
  private static List<Sentence> others(Evidence evidence, Set<String> used, int count) {
    List<Sentence> nearest = evidence.section().sentences().stream()
        .filter(sentence -> !used.contains(sentence.text()))
        .sorted(
            Comparator.comparingDouble((Sentence s) -> relevance(evidence, s)).reversed())
        .limit(Math.max(0, count))
        .toList();
    return evidence.section().sentences().stream().filter(nearest::contains).toList();
  }

  private Optional<DraftSentence> explanation(RecordFact fact, Evidence evidence) {
    record Candidate(Passage passage, Sentence sentence, int shared) {}
    Set<String> asked =
        Medicines.BUILT_IN.withClasses(Medicines.BUILT_IN.namedIn(evidence.asked()));
    Set<String> named = ContentStems.in(fact.text());
    named.removeAll(ContentStems.in(String.join(" ", QuestionCues.BUILT_IN.factFrame())));
    QuestionCues.BUILT_IN.factFrame().forEach(named::remove);
    int least = Math.min(constants.explaining(), named.size());
    return evidence.article().stream()
        .flatMap(passage -> passage.sentences().stream()
            .map(sentence -> new Candidate(passage, sentence, shared(named, sentence.text()))))
        .filter(c -> c.shared() >= least && !c.sentence().text().endsWith("?"))
        .filter(c -> asked.isEmpty() || speaksOf(c.sentence().text(), asked))
        .max(Comparator.comparingDouble(
            c -> c.shared() + evidence.relevance().score(c.sentence(), c.passage())))
        .map(c -> DraftSentence.of(c.sentence().text(), c.passage()));
  }

  private static int shared(Set<String> named, String sentence) {
    Set<String> stems = ContentStems.in(sentence);
    return (int) named.stream().filter(stems::contains).count();
  }

  private static boolean speaksOf(String sentence, Set<String> medicines) {
    return Medicines.BUILT_IN.namedIn(sentence).stream().anyMatch(medicines::contains);
  }

  private static double relevance(Evidence evidence, Sentence sentence) {
    return evidence.relevance().score(sentence, evidence.section());
  }

  private static List<DraftSentence> distinct(List<DraftSentence> lines) {
    Set<String> seen = new LinkedHashSet<>();
    return lines.stream().filter(line -> seen.add(line.text())).toList();
  }
}
