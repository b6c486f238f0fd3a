package org.healthassistant.assistant.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.Nullable;

/// What is said to a question.
///
/// @param action what kind of answer it is
/// @param sentences in reading order, never empty
/// @param citations all that the sentences cite, each once, in the order of first use
/// @param mode who wrote the sentences
/// @param language of the sentences that carry content, `en` or `es`; the asker's where there are
///     none
/// @param charts trends that belong to it; may be empty
/// @param suggestions what could be asked next, in the asker's language; may be empty
/// @param disclosures which record items were read for it and why, for the patient's list; may be
///     empty
/// @param completeness the share of what the evidence answers that it tells, 0 to 1; empty where
///     it rests on no article
/// @param release the id of the release that its citations are from; null where it has no
///     evidence
public record Answer(
    Action action,
    List<AnswerSentence> sentences,
    List<AnswerCitation> citations,
    Mode mode,
    Language language,
    List<Chart> charts,
    List<String> suggestions,
    List<Disclosure> disclosures,
    Optional<Double> completeness,
    @Nullable String release) {

  /// Copies the lists.
  public Answer {
    sentences = List.copyOf(sentences);
    citations = List.copyOf(citations);
    charts = List.copyOf(charts);
    suggestions = List.copyOf(suggestions);
    disclosures = List.copyOf(disclosures);
  }

  /// Whether it tells something of the patient's record.
  public boolean tellsOfRecord() {
    return sentences.stream().anyMatch(sentence -> sentence.kind() == AnswerSentence.Kind.RECORD);
  }

  /// Its beginning: so many sentences with what they cite, and nothing more.
  public Answer upTo(int count) {
    List<AnswerSentence> first = sentences.subList(0, count);
    Set<String> cited = first.stream()
        .flatMap(sentence -> sentence.citations().stream())
        .collect(Collectors.toUnmodifiableSet());
    return new Answer(
        action,
        first,
        citations.stream().filter(citation -> cited.contains(citation.id())).toList(),
        mode,
        language,
        List.of(),
        List.of(),
        disclosures,
        completeness,
        release);
  }

  /// The same with a sentence before all others.
  public Answer openedBy(AnswerSentence first) {
    List<AnswerSentence> all = new ArrayList<>(List.of(first));
    all.addAll(sentences);
    return new Answer(
        action,
        all,
        citations,
        mode,
        language,
        charts,
        suggestions,
        disclosures,
        completeness,
        release);
  }

  @Override
  public String toString() {
    return "Answer[" + action + ", " + mode + ", REDACTED]";
  }

  /// What kind of answer it is.
  public enum Action {
    /// Vetted content answers, or a greeting is returned.
    ANSWER,
    /// More has to be known first.
    CLARIFY,
    /// There is no vetted answer, and the patient is told how to reach a person.
    DECLINE
  }

  /// Who wrote the sentences.
  public enum Mode {
    /// Rules: every content sentence is one of a vetted passage.
    EXTRACTIVE,
    /// A language model; each of its sentences was checked.
    GENERATED
  }
}
