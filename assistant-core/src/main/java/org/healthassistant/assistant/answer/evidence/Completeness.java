package org.healthassistant.assistant.answer.evidence;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.healthassistant.assistant.answer.text.ContentStems;

/// How much of what the evidence answers an answer tells: the sentences of what answers, and when
/// to get help. Deterministic, in both languages.
public final class Completeness {

  /// The share of a point's content words that must be told for it to count as told.
  private static final double TOLD = 0.6;

  private Completeness() {}

  /// The share of the points that are told, 0 to 1.
  ///
  /// @param help the sentence on getting help that belongs to it; empty where there is none
  /// @param lines of the answer
  public static double of(
      Evidence evidence, Stream<DraftSentence> help, List<DraftSentence> lines) {
    List<String> points = Stream.concat(
            evidence.answering().stream().flatMap(one -> one.sentences().stream()),
            help.map(DraftSentence::text))
        .toList();
    Set<String> told = stems(lines);
    return (double) points.stream().filter(point -> isTold(point, told)).count() / points.size();
  }

  /// Whether lines tell a point, together.
  public static boolean isTold(String point, Collection<DraftSentence> lines) {
    return isTold(point, stems(lines));
  }

  /// The share of the content words of a sentence that another has, 0 to 1.
  public static double shared(String sentence, String other) {
    Set<String> stems = ContentStems.in(sentence);
    Set<String> others = ContentStems.in(other);
    return stems.isEmpty()
        ? 0
        : (double) stems.stream().filter(others::contains).count() / stems.size();
  }

  private static Set<String> stems(Collection<DraftSentence> lines) {
    Set<String> stems = new HashSet<>();
    lines.forEach(line -> stems.addAll(ContentStems.in(line.text())));
    return stems;
  }

  private static boolean isTold(String point, Set<String> told) {
    Set<String> stems = ContentStems.in(point);
    return stems.stream().filter(told::contains).count() >= TOLD * stems.size();
  }
}
