package org.healthassistant.assistant.answer.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.healthassistant.assistant.answer.AnswerSentence;
import org.healthassistant.assistant.answer.evidence.Answering;
import org.healthassistant.assistant.answer.evidence.Completeness;
import org.healthassistant.assistant.answer.evidence.DraftSentence;
import org.healthassistant.assistant.answer.evidence.Evidence;
import org.healthassistant.assistant.answer.extractive.ExtractiveWriter;
import org.healthassistant.assistant.answer.text.GroundingData;
import org.healthassistant.assistant.answer.text.TextNormalizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gathers the sentences of an answer while a model writes, and shows each at once: the direct
/// answer first, after it what is the patient's own, each thing once, five sentences and 120
/// words at most. What the model left out or could not say is completed by vetted sentences, so
/// that neither the direct answer nor a warning nor when to get help is ever missing. Nothing
/// that was shown is taken back. One thread at a time.
final class GatheredAnswer {

  private static final Logger LOG = LoggerFactory.getLogger(GatheredAnswer.class);

  private static final int MOST_SENTENCES = 5;
  private static final int MOST_WORDS = 120;

  /// The share of words by which a sentence says again what was said.
  private static final double REPEATED = 0.8;

  /// The share of the direct answer's words by which a sentence is it.
  private static final double DIRECT = 0.5;

  /// Words by which a vetted sentence warns, besides those that deny.
  private static final Set<String> CALLS =
      Set.of("call", "911", "988", "emergency", "llame", "emergencia", "emergencias");

  private static final Set<String> WARNINGS = Stream.concat(
          CALLS.stream(),
          GroundingData.BUILT_IN.languages().values().stream()
              .flatMap(
                  lists -> Stream.concat(lists.negators().stream(), lists.restrictive().stream())))
      .collect(Collectors.toUnmodifiableSet());

  private final Evidence evidence;
  private final List<DraftSentence> own;
  private final Optional<DraftSentence> help;
  private final Consumer<DraftSentence> showing;
  private final List<DraftSentence> lines = new ArrayList<>();
  private final Set<String> missed = new LinkedHashSet<>();
  private boolean full;
  private boolean unseen;

  /// @param own what of the patient's record belongs to it
  /// @param showing gets each line once it stands
  GatheredAnswer(Evidence evidence, List<DraftSentence> own, Consumer<DraftSentence> showing) {
    this.evidence = evidence;
    this.own = own;
    this.help = ExtractiveWriter.help(evidence);
    this.showing = showing;
  }

  /// Whether nothing was said yet.
  boolean isEmpty() {
    return lines.isEmpty();
  }

  /// Whether no further sentence has room.
  boolean isFull() {
    return full;
  }

  /// Takes a sentence that may be shown.
  ///
  /// @return whether it is shown: not where it was said before, or has no room
  boolean take(DraftSentence line) {
    if (lines.isEmpty()) {
      DraftSentence direct = evidence.answering().getFirst().vetted().getFirst();
      boolean isDirect = Completeness.shared(direct.text(), line.text()) >= DIRECT;
      show(isDirect ? line : direct);
      own.forEach(this::show);
      if (isDirect) {
        return true;
      }
    }
    if (isRepeat(line)) {
      return false;
    }
    if (!hasRoom(line)) {
      full = true;
      return false;
    }
    show(line);
    return true;
  }

  /// Remembers that a sentence was not shown: what it was about may be told by a vetted one.
  void miss(String sentence) {
    missed.add(sentence);
  }

  /// Completes the answer and gives its lines; none where nothing was taken.
  List<DraftSentence> finish() {
    if (lines.isEmpty()) {
      return List.of();
    }
    List<DraftSentence> vetted = evidence.answering().getFirst().vetted();
    vetted.stream().filter(line -> isWarning(line.text())).forEach(this::complete);
    evidence.answering().stream()
        .skip(1)
        .map(Answering::vetted)
        .forEach(more -> complete(more.getFirst()));
    vetted.stream().filter(line -> isMissed(line.text())).forEach(this::complete);
    vetted.forEach(this::complete);
    help.filter(line -> !helps()).filter(line -> !isRepeat(line)).ifPresent(this::show);
    return List.copyOf(lines);
  }

  private void complete(DraftSentence vetted) {
    if (!Completeness.isTold(vetted.text(), lines) && !isRepeat(vetted) && hasRoom(vetted)) {
      show(vetted);
    }
  }

  /// Adds a line and shows it. Where nobody can be shown anything any more, the answer is written
  /// all the same.
  private void show(DraftSentence line) {
    lines.add(line);
    if (unseen) {
      return;
    }
    try {
      showing.accept(line);
    } catch (RuntimeException gone) {
      unseen = true;
      // Not its message: it may hold the sentence.
      LOG.warn(
          "ANS-007: a sentence could not be shown ({}); the answer goes on",
          gone.getClass().getName());
    }
  }

  private boolean helps() {
    return lines.stream().anyMatch(line -> line.kind() == AnswerSentence.Kind.SAFETY);
  }

  /// Room is kept for when to get help.
  private boolean hasRoom(DraftSentence line) {
    boolean kept = !helps() && line.kind() != AnswerSentence.Kind.SAFETY;
    int reserve = kept ? help.map(GatheredAnswer::words).orElse(0) : 0;
    int said = lines.stream().mapToInt(GatheredAnswer::words).sum();
    long sentences =
        lines.stream().filter(each -> each.kind() != AnswerSentence.Kind.RECORD).count();
    return said + words(line) + reserve <= MOST_WORDS
        && sentences + 1 + (kept && help.isPresent() ? 1 : 0) <= MOST_SENTENCES;
  }

  private boolean isRepeat(DraftSentence line) {
    return lines.stream()
        .anyMatch(said -> said.text().equals(line.text())
            || Completeness.shared(line.text(), said.text()) >= REPEATED
                && Completeness.shared(said.text(), line.text()) >= DIRECT);
  }

  private boolean isMissed(String vetted) {
    return missed.stream().anyMatch(said -> Completeness.shared(said, vetted) >= DIRECT);
  }

  private static boolean isWarning(String text) {
    return TextNormalizer.cut(TextNormalizer.fold(text)).stream().anyMatch(WARNINGS::contains);
  }

  private static int words(DraftSentence line) {
    return TextNormalizer.singleSpaced(line.text()).split(" ").length;
  }
}
