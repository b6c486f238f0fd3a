package org.healthassistant.assistant.workspace.page;

import java.util.List;
import org.healthassistant.assistant.conversation.Author;
import org.healthassistant.assistant.workspace.dossier.EscalationHeadline;
import org.healthassistant.assistant.workspace.dossier.Highlight;
import org.healthassistant.assistant.workspace.dossier.HighlightedText;
import org.healthassistant.connector.record.Phone;
import org.jspecify.annotations.Nullable;

/// An escalation's page in words.
///
/// @param head as in the inbox
/// @param lines what is said of the state: who acknowledged, when the patient was contacted, who
///     has the conversation
/// @param told what the patient was already told since the message that set the level
record EscalationDossierView(
    EscalationHeadline head,
    List<String> lines,
    Permissions may,
    List<Part> sbar,
    List<Told> transcript,
    List<Told> told,
    List<Fact> facts,
    List<Happened> history,
    Contact contact) {

  EscalationDossierView {
    lines = List.copyOf(lines);
    sbar = List.copyOf(sbar);
    transcript = List.copyOf(transcript);
    told = List.copyOf(told);
    facts = List.copyOf(facts);
    history = List.copyOf(history);
  }

  @Override
  public String toString() {
    return "EscalationDossierView[REDACTED]";
  }

  /// What the reader may do now.
  ///
  /// @param act whether the reader may act on the patient
  record Permissions(boolean act, boolean acknowledge, boolean takeOver, boolean handBack) {}

  /// How the patient is reached.
  ///
  /// @param emergencyContact whom to call when the patient cannot be reached; null: not known
  /// @param language the conversation's, BCP 47
  /// @param careful whether somebody near the patient may be a danger
  /// @param unsafe whether the patient said that calls or texts are not safe
  /// @param bySms whether replies go out as text messages
  record Contact(
      List<Phone> telephones,
      @Nullable String address,
      @Nullable String emergencyContact,
      List<Phone> emergencyTelephones,
      String language,
      String languageName,
      boolean careful,
      boolean unsafe,
      boolean bySms) {

    Contact {
      telephones = List.copyOf(telephones);
      emergencyTelephones = List.copyOf(emergencyTelephones);
    }

    @Override
    public String toString() {
      return "Contact[REDACTED]";
    }
  }

  /// One of the four parts of the summary.
  record Part(String title, List<Linked> lines) {}

  /// A line with the place on the page that it rests on; no href: nothing is known.
  record Linked(
      String text, @Nullable String href, @Nullable String source) {
    @Override
    public String toString() {
      return "Linked[REDACTED]";
    }
  }

  /// A message in words.
  ///
  /// @param status seen, delivery; empty: nothing to say
  /// @param saw what the screen saw in it, each once
  record Told(
      String anchor,
      Author author,
      String by,
      String channel,
      String time,
      String at,
      List<HighlightedText> pieces,
      String status,
      boolean failed,
      boolean trigger,
      List<Highlight> saw) {
    @Override
    public String toString() {
      return "Told[REDACTED]";
    }
  }

  /// A fact of the record.
  record Fact(String anchor, String text, String source) {
    @Override
    public String toString() {
      return "Fact[REDACTED]";
    }
  }

  /// An entry of the history in words.
  record Happened(
      String time,
      String at,
      String what,
      String who,
      String detail,
      @Nullable String text) {
    @Override
    public String toString() {
      return "Happened[REDACTED]";
    }
  }
}
