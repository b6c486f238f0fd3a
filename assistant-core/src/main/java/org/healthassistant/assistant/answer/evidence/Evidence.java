package org.healthassistant.assistant.answer.evidence;

import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.record.RecordFact;
import org.healthassistant.knowledge.article.SectionKind;
import org.healthassistant.knowledge.passage.Passage;
import org.healthassistant.knowledge.passage.SearchHit;

/// What an answer may rest on.
///
/// @param asked the words that were searched for: the message, or it joined with the one before
/// @param hits what is good enough, best first; the first one's article answers
/// @param article all passages of that article, in its order
/// @param section the part that answers best
/// @param intent what is asked for
/// @param relevance of sentences to the question
/// @param fact the fact of the patient's record that matters here; empty if none does or may be
/// used
/// @param otherLanguage whether the article is not in the asker's language
public record Evidence(
    String asked,
    List<SearchHit> hits,
    List<Passage> article,
    Passage section,
    Intent intent,
    Relevance relevance,
    Optional<RecordFact> fact,
    boolean otherLanguage) {

  /// Copies the lists.
  public Evidence {
    hits = List.copyOf(hits);
    article = List.copyOf(article);
  }

  /// The passage on getting help that goes with the answer: the kind the intent asks for, else
  /// the other one, never the section that answers itself.
  public Optional<Passage> help() {
    SectionKind first = intent.help();
    SectionKind second =
        first == SectionKind.EMERGENCY ? SectionKind.CALL_CARE_TEAM : SectionKind.EMERGENCY;
    return part(first).or(() -> part(second));
  }

  private Optional<Passage> part(SectionKind kind) {
    return article.stream()
        .filter(p -> p.kind() == kind && p.kind() != section.kind())
        .findFirst();
  }

  @Override
  public String toString() {
    return "Evidence[REDACTED]";
  }
}
