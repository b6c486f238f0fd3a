package org.healthassistant.assistant.answer.evidence;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.healthassistant.assistant.record.RecordFact;
import org.healthassistant.knowledge.article.SectionKind;
import org.healthassistant.knowledge.passage.Passage;

/// What an answer may rest on.
///
/// @param asked the words that were searched for: the message, a part of it, or it joined with
///     the one before
/// @param answering what answers, the most likely first; a second only where two things were
///     asked
/// @param others further passages that are good enough, best first; may be empty
/// @param article all passages of the first one's article, in its order
/// @param release the id of the release that all of it is from
/// @param otherLanguage whether the article is not in the asker's language
public record Evidence(
    String asked,
    List<Answering> answering,
    List<Passage> others,
    List<Passage> article,
    String release,
    boolean otherLanguage) {

  /// Copies the lists.
  public Evidence {
    answering = List.copyOf(answering);
    others = List.copyOf(others);
    article = List.copyOf(article);
  }

  /// The ids of the articles that can be cited.
  public Set<String> articles() {
    return Stream.concat(answering.stream().map(Answering::passage), others.stream())
        .map(Passage::articleId)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// The passage that answers best.
  public Passage section() {
    return answering.getFirst().passage();
  }

  /// The facts of the record that belong to it.
  public List<RecordFact> facts() {
    return answering.stream()
        .flatMap(one -> one.own().stream())
        .flatMap(line -> line.sources().stream())
        .flatMap(source ->
            source instanceof EvidenceItem.Own own ? Stream.of(own.fact()) : Stream.empty())
        .distinct()
        .toList();
  }

  /// Whether something of the writer's record belongs to an answer.
  public boolean hasOwn() {
    return answering.stream().anyMatch(one -> !one.own().isEmpty());
  }

  /// The same without what the record of the writer adds.
  public Evidence withoutOwn() {
    return new Evidence(
        asked,
        answering.stream()
            .map(one -> new Answering(one.passage(), one.sentences(), List.of(), one.told()))
            .toList(),
        others,
        article,
        release,
        otherLanguage);
  }

  /// The passage on getting help that goes with the answer; empty where what answers is on
  /// getting help itself, and where the article has none.
  public Optional<Passage> help() {
    boolean itself = answering.stream().anyMatch(one -> isHelp(one.passage()));
    return itself
        ? Optional.empty()
        : part(SectionKind.CALL_CARE_TEAM).or(() -> part(SectionKind.EMERGENCY));
  }

  private static boolean isHelp(Passage passage) {
    return passage.kind() == SectionKind.CALL_CARE_TEAM || passage.kind() == SectionKind.EMERGENCY;
  }

  private Optional<Passage> part(SectionKind kind) {
    return article.stream().filter(passage -> passage.kind() == kind).findFirst();
  }

  @Override
  public String toString() {
    return "Evidence[REDACTED]";
  }
}
