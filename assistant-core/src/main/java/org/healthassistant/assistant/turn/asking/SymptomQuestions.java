package org.healthassistant.assistant.turn.asking;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.conversation.OpenQuestion;
import org.healthassistant.assistant.conversation.OpenQuestions;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.protocol.Disposition;
import org.healthassistant.assistant.protocol.Hearing;
import org.healthassistant.assistant.protocol.Progress;
import org.healthassistant.assistant.protocol.SymptomProtocols;
import org.healthassistant.assistant.safety.Finding;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.safety.MeaningReading;
import org.healthassistant.assistant.safety.ScreenedText;
import org.healthassistant.assistant.safety.TriageDecision;
import org.healthassistant.assistant.store.Tasks;
import org.healthassistant.assistant.store.database.StoredJson;
import org.healthassistant.assistant.turn.screening.MessagePlace;
import org.healthassistant.assistant.turn.screening.MessageScreen;
import org.springframework.stereotype.Component;

/// Hears a message beside the screen: as the answer to the question that waits, or as a complaint
/// about which something is asked. In the transaction that stores the message.
@Component
public class SymptomQuestions {

  /// The name of the task that gives a question up; rows carry it.
  public static final String UNANSWERED_TASK = "question-unanswered";

  /// So long an answer is waited for; then it goes up.
  public static final Duration ANSWERED_WITHIN = Duration.ofMinutes(30);

  /// An answer that comes later is still understood so long.
  private static final Duration UNDERSTOOD_WITHIN = Duration.ofHours(24);

  /// The same is not asked again within this time.
  private static final Duration NOT_AGAIN_WITHIN = Duration.ofHours(6);

  private final MessageScreen screening;
  private final SymptomProtocols protocols;
  private final OpenQuestions questions;
  private final StoredJson json;
  private final Tasks tasks;

  SymptomQuestions(
      MessageScreen screening,
      SymptomProtocols protocols,
      OpenQuestions questions,
      StoredJson json,
      Tasks tasks) {
    this.screening = screening;
    this.protocols = protocols;
    this.questions = questions;
    this.json = json;
    this.tasks = tasks;
  }

  /// The screen's decision on a message about to be stored; see [MessageScreen#decide].
  public TriageDecision screen(
      MessagePlace place,
      ScreenedText text,
      Instant at,
      Optional<MeaningReading> meaning,
      Level atLeast) {
    return screening.decide(place, text, at, meaning, atLeast);
  }

  /// Hears what a message answers or begins. Stores nothing.
  ///
  /// @param decision what the screen says of it
  /// @param mayAsk whether it is one that is asked back: not where nobody is to be answered
  public Heard hear(
      String conversationId,
      ScreenedText text,
      TriageDecision decision,
      boolean mayAsk,
      Instant now) {
    if (!mayAsk) {
      return new Heard(decision, Optional.empty());
    }
    Optional<OpenQuestion> row = questions.find(conversationId);
    Optional<Asked> before = row.flatMap(this::read);
    Instant at = row.map(OpenQuestion::at).orElse(now);
    Optional<Heard> heard = hearing(before, at, text, decision, now)
        .map(hearing -> heard(hearing, before, text, decision));
    Heard all = heard.orElseGet(() -> new Heard(decision, Optional.empty()));
    boolean open = before.filter(Asked::isOpen).isPresent() || all.next().isPresent();
    boolean ends = open && !(all.next().isEmpty() && SafeQuestion.isIt(before));
    return all.decision().level().atLeast(Level.SAME_DAY) && ends
        ? new Heard(all.decision(), all.next().or(() -> before).map(asked -> ended(asked, text)))
        : all;
  }

  /// What raises the level by the questions' own answers keeps its reason; any other danger just
  /// ends them.
  private static Asked ended(Asked asked, ScreenedText text) {
    return asked.isConcluded() && asked.messageId().equals(text.id())
        ? asked
        : asked.endedBy(text.id());
  }

  private Optional<Hearing> hearing(
      Optional<Asked> before, Instant at, ScreenedText text, TriageDecision decision, Instant now) {
    if (before.filter(Asked::isOpen).isPresent()) {
      Hearing hearing = protocols.hear(before.get().progress(), text.text());
      if (!(SafeQuestion.isIt(before) && hearing instanceof Hearing.Aside)) {
        return Optional.of(hearing);
      }
    }
    Optional<Hearing> late = before
        .filter(asked -> asked.state() == Asked.State.LATE)
        .filter(asked -> now.isBefore(at.plus(UNDERSTOOD_WITHIN)))
        .flatMap(asked -> protocols.hearLate(asked.progress(), text.text()));
    if (late.isPresent() || decision.level().atLeast(Level.SAME_DAY)) {
      return late;
    }
    return protocols.begin(
        text.text(),
        before.filter(asked -> now.isBefore(at.plus(NOT_AGAIN_WITHIN))).map(Asked::progress));
  }

  private Heard heard(
      Hearing hearing, Optional<Asked> before, ScreenedText text, TriageDecision decision) {
    Optional<Asked> continued =
        before.filter(asked -> asked.isOpen() || asked.state() == Asked.State.LATE);
    String about = continued.map(Asked::aboutId).orElse(text.id());
    return switch (hearing) {
      case Hearing.Ask ask ->
        new Heard(
            decision,
            Optional.of(asked(text, about, ask.progress(), Asked.State.OPEN, ask.again())));
      case Hearing.Done done -> done(done, text, about, decision);
      case Hearing.Left left ->
        new Heard(
            raised(decision, left.disposition(), text),
            Optional.of(asked(text, about, left.progress(), Asked.State.LEFT, false)));
      case Hearing.Aside aside -> new Heard(decision, Optional.empty());
    };
  }

  private Heard done(Hearing.Done done, ScreenedText text, String about, TriageDecision decision) {
    if (done.ownWords() && !decision.level().atLeast(Level.SAME_DAY)) {
      Optional<Hearing> more = protocols.begin(text.text(), Optional.of(done.progress()));
      if (more.isPresent()) {
        return heard(more.get(), Optional.empty(), text, decision);
      }
    }
    return new Heard(
        raised(decision, done.disposition(), text),
        Optional.of(asked(
            text,
            done.ownWords() ? text.id() : about,
            done.progress(),
            done.ownWords() ? Asked.State.ENDED : Asked.State.DONE,
            false)));
  }

  private static Asked asked(
      ScreenedText text, String about, Progress progress, Asked.State state, boolean again) {
    return new Asked(text.id(), about, progress, state, again);
  }

  private static TriageDecision raised(
      TriageDecision decision, Disposition disposition, ScreenedText text) {
    return disposition.level().atLeast(Level.ROUTINE)
        ? decision.raisedBy(finding(disposition, text.id(), text.text().length()))
        : decision;
  }

  private static Finding finding(Disposition disposition, String messageId, int length) {
    return new Finding(
        disposition.rule(),
        disposition.category(),
        disposition.level(),
        messageId,
        0,
        length,
        disposition.explanation(),
        false);
  }

  /// How the questions of a conversation stand; empty where nothing was asked in it, or by a
  /// protocol that there is no more.
  public Optional<Asked> find(String conversationId) {
    return questions.find(conversationId).flatMap(this::read);
  }

  private Optional<Asked> read(OpenQuestion row) {
    return Optional.of(json.read(row.state(), Asked.class))
        .filter(asked -> protocols.knows(asked.progress()));
  }

  /// Keeps how they stand, in the caller's transaction, which holds the subject's lock.
  public void keep(Subject subject, String conversationId, Asked asked, Instant now) {
    questions.keep(
        subject, conversationId, new OpenQuestion(asked.messageId(), json.write(asked), now));
  }

  /// As [#keep], of an open question: it is given up when its time is over.
  public void ask(Subject subject, String conversationId, Asked asked, Instant now) {
    keep(subject, conversationId, asked, now);
    tasks.schedule(UNANSWERED_TASK, asked.messageId(), now.plus(ANSWERED_WITHIN));
  }

  /// Gives up the question that waits since a message, in the caller's transaction, which holds
  /// the subject's lock.
  ///
  /// @return why the message goes up; empty where the question was answered or ended
  public Optional<Finding> giveUp(Subject subject, Message message, Instant now) {
    return find(message.conversationId())
        .filter(asked -> asked.isOpen() && asked.messageId().equals(message.id()))
        .map(asked -> {
          keep(subject, message.conversationId(), asked.as(Asked.State.LATE), now);
          return finding(
              protocols.unanswered(asked.progress()),
              message.id(),
              message.text().length());
        });
  }
}
