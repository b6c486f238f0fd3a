package org.healthassistant.assistant.workspace.dossier;

import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.library.Library;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.workspace.frame.WorkspaceTexts;
import org.healthassistant.knowledge.passage.Passage;
import org.healthassistant.knowledge.passage.SearchHit;
import org.healthassistant.knowledge.passage.Sentence;
import org.healthassistant.knowledge.text.Language;
import org.springframework.stereotype.Component;

/// Suggests what to answer: the words of vetted passages alone, found by the patient's last
/// message, in the conversation's language. Nothing is written, nothing is sent. For a message
/// that is an emergency there are none: what to do was said, and a person has to be spoken
/// with.
@Component
public class Suggestions {

  private static final int MOST = 2;
  private static final int LONGEST = 420;

  private final Library library;
  private final WorkspaceTexts texts;

  Suggestions(Library library, WorkspaceTexts texts) {
    this.library = library;
    this.texts = texts;
  }

  /// The best first; empty when nothing is good enough, or the patient has written nothing.
  public List<Suggestion> find(EscalationDossier dossier) {
    Language language = dossier.conversation().language();
    return dossier
        .lastWords()
        .filter(line -> line.level() != Level.EMERGENCY)
        .map(line -> library.pinned(() -> about(line.text(), language)))
        .orElse(List.of());
  }

  private List<Suggestion> about(String text, Language language) {
    return library.search(text, language, MOST, true, Optional.empty()).stream()
        .map(SearchHit::passage)
        .filter(passage -> passage.language() == language)
        .map(this::suggestion)
        .toList();
  }

  private Suggestion suggestion(Passage passage) {
    String reviewed = passage.reviewedOn() == null
        ? texts.text("suggest.not-reviewed")
        : texts.text("suggest.reviewed", passage.reviewedOn().toString());
    return new Suggestion(
        beginning(passage),
        passage.title(),
        passage.section(),
        texts.text("suggest.source", passage.publisher(), reviewed),
        "/articles/" + passage.articleId() + "#" + passage.anchor());
  }

  /// The first whole sentences that are not too long for a message; at least one.
  private static String beginning(Passage passage) {
    StringBuilder text = new StringBuilder();
    for (String sentence : passage.sentences().stream().map(Sentence::text).toList()) {
      if (!text.isEmpty() && text.length() + sentence.length() > LONGEST) {
        break;
      }
      text.append(text.isEmpty() ? "" : " ").append(sentence.strip());
    }
    return text.toString();
  }

  /// @param text the passage's own words
  /// @param article where the whole article is
  record Suggestion(String text, String title, String section, String source, String article) {}
}
