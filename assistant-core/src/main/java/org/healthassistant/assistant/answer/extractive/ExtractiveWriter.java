package org.healthassistant.assistant.answer.extractive;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.healthassistant.assistant.answer.evidence.Answering;
import org.healthassistant.assistant.answer.evidence.DraftSentence;
import org.healthassistant.assistant.answer.evidence.Evidence;
import org.healthassistant.assistant.answer.text.TextNormalizer;

/// Writes an answer from authored sentences, word by word: the answer whole and in its order,
/// after its first sentence what is the patient's own; a second answer where two things were
/// asked; when to get help last. What does not fit is left out from the end, never of the first
/// answer.
public final class ExtractiveWriter {

  /// Words of an answer at most.
  private static final int MOST_WORDS = 110;

  /// The lines of an answer, at least one.
  public List<DraftSentence> write(Evidence evidence) {
    List<DraftSentence> lines = new ArrayList<>(whole(evidence.answering().getFirst()));
    evidence.answering().stream().skip(1).forEach(more -> addWhatFits(lines, whole(more)));
    help(evidence).ifPresent(help -> addWhatFits(lines, List.of(help)));
    Set<String> seen = new LinkedHashSet<>();
    return lines.stream().filter(line -> seen.add(line.text())).toList();
  }

  /// What was told in the conversation, and the patient's record, add to the first answer; may be
  /// empty.
  public List<DraftSentence> own(Evidence evidence) {
    Answering first = evidence.answering().getFirst();
    return Stream.concat(first.told().stream(), first.own().stream())
        .filter(distinctTexts())
        .toList();
  }

  /// When to get help, from the same article; empty when it has no such part, or the answer is
  /// on getting help itself.
  public static Optional<DraftSentence> help(Evidence evidence) {
    return evidence
        .help()
        .map(part -> DraftSentence.of(part.sentences().getFirst().text(), part));
  }

  private static List<DraftSentence> whole(Answering answering) {
    List<DraftSentence> lines = new ArrayList<>(answering.vetted());
    lines.addAll(
        1,
        Stream.concat(answering.told().stream(), answering.own().stream())
            .filter(distinctTexts())
            .toList());
    return lines;
  }

  /// What the conversation and the record say alike is told once.
  private static Predicate<DraftSentence> distinctTexts() {
    Set<String> seen = new LinkedHashSet<>();
    return line -> seen.add(line.text());
  }

  private static void addWhatFits(List<DraftSentence> lines, List<DraftSentence> more) {
    int words = lines.stream().mapToInt(ExtractiveWriter::words).sum();
    for (DraftSentence line : more) {
      words += words(line);
      if (words > MOST_WORDS) {
        return;
      }
      lines.add(line);
    }
  }

  private static int words(DraftSentence line) {
    return TextNormalizer.singleSpaced(line.text()).split(" ").length;
  }
}
