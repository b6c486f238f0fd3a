package org.healthassistant.assistant.workspace.dossier;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.conversation.Author;
import org.healthassistant.assistant.conversation.Channel;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.record.RecordFact;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.workspace.frame.TestTexts;
import org.healthassistant.assistant.workspace.frame.WorkspaceTexts;
import org.healthassistant.connector.record.Person;
import org.healthassistant.connector.record.Phone;
import org.healthassistant.knowledge.text.Language;

/// An escalation of a patient with chest pain, ten minutes old, and variations of it.
public final class DossierSamples {

  /// When it was opened.
  public static final Instant OPENED = TestTexts.NOW.minus(Duration.ofMinutes(10));

  private DossierSamples() {}

  /// The escalation in some state.
  ///
  /// @param assignee empty: nobody's
  public static Escalation escalation(
      Level level, Escalation.State state, Optional<String> assignee) {
    boolean taken = state == Escalation.State.ACKNOWLEDGED;
    return new Escalation(
        new Escalation.Identity("e-1", "s-1", Optional.empty(), OPENED),
        new Escalation.Concern(
            "c-1",
            "m-2",
            level,
            List.of("chest-pain"),
            false,
            OPENED,
            OPENED.plus(Duration.ofMinutes(15)),
            0),
        new Escalation.Handling(
            state,
            assignee,
            taken ? assignee : Optional.empty(),
            taken ? Optional.of(OPENED) : Optional.empty(),
            Optional.empty()),
        Escalation.Resolution.OPEN,
        OPENED);
  }

  /// Its item in a list.
  public static EscalationItem item(Escalation e, boolean cannotText) {
    return new EscalationItem(
        e.id(),
        e.conversationId(),
        new EscalationItem.Patient("p-1", "Robert Hayes"),
        null,
        e.level(),
        e.categories(),
        e.state(),
        e.createdAt(),
        e.replyBy(),
        e.assignee().orElse(null),
        cannotText,
        false);
  }

  /// The whole dossier of a patient with a record.
  public static EscalationDossier dossier(
      Escalation e, List<TranscriptLine> transcript, List<RecordFact> facts) {
    return dossier(e, transcript, facts, Optional.of(person()), Optional.empty());
  }

  /// The whole dossier.
  ///
  /// @param takenOverBy who has the conversation
  public static EscalationDossier dossier(
      Escalation e,
      List<TranscriptLine> transcript,
      List<RecordFact> facts,
      Optional<Person> person,
      Optional<String> takenOverBy) {
    return new EscalationDossier(
        e,
        item(e, false),
        new Conversation(
            "c-1",
            "s-1",
            Channel.WEB,
            Optional.empty(),
            Optional.empty(),
            Language.ENGLISH,
            OPENED,
            OPENED,
            takenOverBy),
        person,
        person.map(p -> 64),
        person.map(Person::phones).orElse(List.of()),
        transcript,
        facts,
        List.of(),
        Optional.empty());
  }

  /// What writes headlines.
  public static EscalationHeadlines headlines(WorkspaceTexts texts) {
    return new EscalationHeadlines(texts);
  }

  /// What writes summaries.
  public static SbarWriter sbar(WorkspaceTexts texts) {
    return new SbarWriter(texts);
  }

  /// The patient as the record knows them.
  public static Person person() {
    return new Person(
        "p-1",
        "Robert Hayes",
        null,
        "male",
        "en",
        List.of(new Phone("+15551230001", "mobile")),
        "1 Main St",
        null);
  }

  /// A message by web; `m-2` is the one that set the level.
  ///
  /// @param minute after the opening
  public static TranscriptLine line(
      String id, Author author, String text, int minute, Highlight... marks) {
    return new TranscriptLine(
        id,
        "c-1",
        Channel.WEB,
        author,
        null,
        text,
        OPENED.plus(Duration.ofMinutes(minute)),
        null,
        null,
        author == Author.PATIENT ? Level.EMERGENCY : null,
        List.of(marks),
        id.equals("m-2"));
  }
}
