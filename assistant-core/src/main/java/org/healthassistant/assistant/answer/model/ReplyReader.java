package org.healthassistant.assistant.answer.model;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.healthassistant.assistant.answer.AnswerSentence;
import org.healthassistant.assistant.answer.evidence.Completeness;
import org.healthassistant.assistant.answer.evidence.DraftSentence;
import org.healthassistant.assistant.answer.evidence.EvidenceItem;
import org.healthassistant.assistant.answer.grounding.GroundingCheck;
import org.healthassistant.assistant.answer.text.TextNormalizer;
import org.healthassistant.assistant.library.ReadingLevel;
import org.healthassistant.knowledge.text.Language;

/// Reads a model's reply as it comes: each sentence that is closed goes through the gate of
/// form and the check of support, and is shown or counted as refused. For one thread at a time.
final class ReplyReader implements Predicate<String> {

  /// After so many sentences that could not be shown nothing more is waited for.
  private static final int MOST_REFUSED = 12;

  /// Above this grade a sentence is replaced by the easier one that it rests on.
  private static final double HARD_SENTENCE = 8;

  /// The share of its words by which a sentence of the evidence says the same.
  private static final double SAME = 0.6;

  private final Map<String, EvidenceItem> sources;
  private final Language language;
  private final GroundingCheck check;
  private final MeterRegistry meters;
  private final GatheredAnswer gathered;
  private final ModelText text = new ModelText();
  private int refused;

  /// @param sources what may be cited, by the id that the model was given
  ReplyReader(
      Map<String, EvidenceItem> sources,
      Language language,
      GroundingCheck check,
      MeterRegistry meters,
      GatheredAnswer gathered) {
    this.sources = sources;
    this.language = language;
    this.check = check;
    this.meters = meters;
    this.gathered = gathered;
  }

  /// Takes a piece of the reply; false once nothing more is wanted.
  @Override
  public boolean test(String piece) {
    text.add(piece).forEach(this::read);
    return !gathered.isFull() && refused < MOST_REFUSED;
  }

  /// The reply is whole: what stands open is read too.
  void end() {
    text.end().forEach(this::read);
  }

  private void read(ModelText.Marked sentence) {
    String outcome = gathered.isFull() ? "no-room" : outcome(sentence);
    meters.counter("assistant.model.sentences", "outcome", outcome).increment();
    if (!outcome.equals("shown")) {
      refused++;
    }
  }

  /// A supported sentence about vetted content is shown. What a model says of the patient is
  /// not taken: the computed fact is told instead.
  private String outcome(ModelText.Marked sentence) {
    boolean vettedOnly = !sentence.ids().isEmpty()
        && sentence.ids().stream().allMatch(id -> sources.get(id) instanceof EvidenceItem.Vetted);
    if (!vettedOnly) {
      return "no-evidence";
    }
    List<EvidenceItem> cited = sentence.ids().stream()
        .sorted()
        .flatMap(id -> Optional.ofNullable(sources.get(id)).stream())
        .toList();
    List<String> texts = cited.stream().map(EvidenceItem::text).toList();
    return switch (FormGate.look(sentence.text(), texts)) {
      case FormGate.Refused form -> missed(sentence, form.reason());
      case FormGate.Passed passed ->
        switch (check.check(passed.text(), texts)) {
          case GroundingCheck.Unsupported not -> missed(sentence, "unsupported-" + not.reason());
          case GroundingCheck.Supported supported -> taken(easier(passed.text(), cited), cited);
        };
    };
  }

  private String taken(String said, List<EvidenceItem> cited) {
    return gathered.take(new DraftSentence(said, kind(cited), cited)) ? "shown" : "repeat";
  }

  private String missed(ModelText.Marked sentence, String why) {
    gathered.miss(sentence.text());
    return why;
  }

  /// The sentence, or where it is hard to read the one of the evidence that says the same and
  /// is easier.
  private String easier(String said, List<EvidenceItem> cited) {
    double grade = ReadingLevel.ofSentence(said, language);
    if (grade <= HARD_SENTENCE) {
      return said;
    }
    Optional<String> vetted = cited.stream()
        .flatMap(item -> TextNormalizer.sentences(item.text()).stream())
        .filter(known -> Completeness.shared(said, known) >= SAME)
        .min(Comparator.comparingDouble(known -> ReadingLevel.ofSentence(known, language)))
        .filter(known -> ReadingLevel.ofSentence(known, language) < grade);
    meters
        .counter("assistant.model.simplified", "by", vetted.isPresent() ? "evidence" : "nobody")
        .increment();
    return vetted.orElse(said);
  }

  private static AnswerSentence.Kind kind(List<EvidenceItem> cited) {
    return cited.stream()
            .allMatch(source -> source instanceof EvidenceItem.Vetted v
                && DraftSentence.of("", v.passage()).kind() == AnswerSentence.Kind.SAFETY)
        ? AnswerSentence.Kind.SAFETY
        : AnswerSentence.Kind.CONTENT;
  }
}
