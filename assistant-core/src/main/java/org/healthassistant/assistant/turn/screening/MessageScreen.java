package org.healthassistant.assistant.turn.screening;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.record.RecordDesk;
import org.healthassistant.assistant.safety.Finding;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.safety.MeaningReading;
import org.healthassistant.assistant.safety.ReadingUnit;
import org.healthassistant.assistant.safety.Screen;
import org.healthassistant.assistant.safety.ScreenedText;
import org.healthassistant.assistant.safety.Screening;
import org.healthassistant.assistant.safety.TriageDecision;
import org.springframework.stereotype.Component;

/// Puts a message before the screen with what belongs to it: the messages before it and what the
/// record says of the patient.
@Component
public class MessageScreen {

  private static final String HUMAN = "human-request";

  private static final String PICTURE = "picture-not-shown";
  private static final String NOT_READ = "not-read";
  private static final String NOT_ANSWERED = "not-answered";

  private static final Duration LOOK_BACK = Duration.ofMinutes(10);
  private static final int LOOK_BACK_MESSAGES = 6;

  /// More than the messages of one conversation, so that those of another take none of its
  /// places.
  private static final int LOOK_BACK_ROWS = 24;

  private final Screen screen;
  private final Messages messages;
  private final RecordDesk records;
  private final ChosenReply chosen;

  MessageScreen(Screen screen, Messages messages, RecordDesk records, ChosenReply chosen) {
    this.chosen = chosen;
    this.screen = screen;
    this.messages = messages;
    this.records = records;
  }

  /// The parts of a message whose meaning has to be read; empty where it cannot be cut into any.
  Optional<List<ReadingUnit>> units(ScreenedText message, List<ScreenedText> context) {
    return screen.units(message, context);
  }

  /// What the patient wrote just before a message and can be read.
  ///
  /// @param messageId its id, whether it is stored or not
  /// @param at when it came; what came later does not belong to it
  Earlier earlier(MessagePlace place, String messageId, Instant at) {
    Map<Boolean, List<Message>> before = rows(place, messageId, at).stream()
        .filter(Message::isReadable)
        .collect(Collectors.partitioningBy(place::holds));
    return new Earlier(
        last(before.getOrDefault(true, List.of())), last(before.getOrDefault(false, List.of())));
  }

  /// What was written before a message. Before one that is not stored yet is everything that is,
  /// also what an instance whose clock is ahead has dated later; else it goes by the places in a
  /// conversation, and by time elsewhere.
  private List<Message> rows(MessagePlace place, String messageId, Instant at) {
    Optional<Message> stored = messages.find(messageId);
    Instant until = stored.isPresent() ? at : at.plus(LOOK_BACK);
    return messages
        .recentOfPatient(place.subjectId(), at.minus(LOOK_BACK), until, LOOK_BACK_ROWS)
        .stream()
        .filter(m -> stored.map(own -> isBefore(m, own)).orElse(true))
        .toList();
  }

  private static boolean isBefore(Message one, Message other) {
    return one.conversationId().equals(other.conversationId())
        ? one.seq() < other.seq()
        : !one.at().isAfter(other.at());
  }

  private static List<ScreenedText> last(List<Message> earlier) {
    return earlier
        .subList(Math.max(0, earlier.size() - LOOK_BACK_MESSAGES), earlier.size())
        .stream()
        .map(m -> new ScreenedText(m.id(), m.text()))
        .toList();
  }

  /// Whether a message is being read behind all the messages that belong to it.
  boolean isBehindAll(PendingReading pending, Message message) {
    Earlier earlier = earlier(MessagePlace.of(message), message.id(), message.at());
    return pending.isBehind(earlier.here().stream().map(ScreenedText::id).toList());
  }

  /// The decision on a message about to be stored. A reply by a letter or a bare yes is screened
  /// as what the choice says too; the higher level counts.
  ///
  /// @param place where it will stand
  /// @param atLeast the level the channel asks for by itself (a button, a keyword)
  public TriageDecision decide(
      MessagePlace place,
      ScreenedText text,
      Instant at,
      Optional<MeaningReading> meaning,
      Level atLeast) {
    Screening input = input(place, text, at, meaning);
    TriageDecision decision =
        behindUnread(asChosen(screen.screen(input), place, input, at), place, text, at);
    return decision.level().atLeast(atLeast)
        ? decision
        : raisedTo(
            atLeast,
            decision,
            text,
            new Reason("asked-for-person", HUMAN, "asked by button or keyword"));
  }

  /// The decision, raised by the rules that fire only once replies are read as the choices that
  /// they stand for.
  private TriageDecision asChosen(
      TriageDecision decision, MessagePlace place, Screening input, Instant at) {
    List<ScreenedText> written =
        Stream.concat(input.context().stream(), Stream.of(input.message())).toList();
    Map<String, String> choices = chosen.wordings(place, written, at);
    if (choices.isEmpty()) {
      return decision;
    }
    Set<String> without =
        byRules(input, written).findings().stream().map(Finding::rule).collect(Collectors.toSet());
    List<ScreenedText> said = written.stream()
        .map(text -> new ScreenedText(text.id(), choices.getOrDefault(text.id(), text.text())))
        .toList();
    TriageDecision raised = decision;
    for (Finding finding : byRules(input, said).findings()) {
      if (!without.contains(finding.rule())) {
        raised = raised.raisedBy(asWritten(finding, written, choices));
      }
    }
    return raised;
  }

  private TriageDecision byRules(Screening input, List<ScreenedText> texts) {
    return screen.screen(new Screening(
        texts.getLast(),
        input.elsewhere(),
        texts.subList(0, texts.size() - 1),
        input.risk(),
        Optional.empty()));
  }

  /// A finding in a choice is one in the whole reply that stands for it.
  private static Finding asWritten(
      Finding finding, List<ScreenedText> written, Map<String, String> choices) {
    return written.stream()
        .filter(text -> text.id().equals(finding.message()) && choices.containsKey(text.id()))
        .findFirst()
        .map(text -> new Finding(
            finding.rule(),
            finding.category(),
            finding.level(),
            text.id(),
            0,
            text.text().length(),
            finding.explanation() + " The reply stands for: " + choices.get(text.id()),
            finding.meaning()))
        .orElse(finding);
  }

  /// What cannot be read any more may have been urgent, and may be what this message goes on
  /// from: a person asks.
  private TriageDecision behindUnread(
      TriageDecision decision, MessagePlace place, ScreenedText text, Instant at) {
    return rows(place, text.id(), at).stream().allMatch(Message::isReadable)
        ? decision
        : raisedTo(
            Level.SAME_DAY,
            decision,
            text,
            new Reason(
                "earlier-not-read",
                Finding.UNCLEAR,
                "A message shortly before this one cannot be read any more. Please ask what it"
                    + " said."));
  }

  /// The stored decision, raised where its meaning, which was read late, asks for more.
  public TriageDecision withMeaning(Message message, MeaningReading meaning) {
    return screen.raiseByMeaning(
        message.decision().orElseThrow(),
        input(
            MessagePlace.of(message),
            new ScreenedText(message.id(), message.text()),
            message.at(),
            Optional.of(meaning)));
  }

  /// The stored decision, raised where a record that came after the message asks for more. Where
  /// no copy stands yet it waits for one as [RecordDesk#isNewer] does.
  public TriageDecision withLateRecord(Message message) {
    TriageDecision before = message.decision().orElseThrow();
    if (before.level() == Level.EMERGENCY
        || !message.isReadable()
        || !records.isNewer(message.subjectId(), message.at())) {
      return before;
    }
    return screen.raiseByRisk(
        before,
        input(
            MessagePlace.of(message),
            new ScreenedText(message.id(), message.text()),
            message.at(),
            Optional.empty()));
  }

  /// The stored decision of a message whose meaning cannot be read: `SAME_DAY` at least, so
  /// that a person reads it. What cannot be read goes up, never down.
  public TriageDecision notRead(Message message) {
    return raisedTo(
        Level.SAME_DAY,
        message,
        new Reason(
            NOT_READ, Finding.UNCLEAR, "The meaning could not be read. Please read the message."));
  }

  /// The stored decision of a message that is read and that no reply can be made to: `ROUTINE` at
  /// least, so that a person reads it.
  public TriageDecision notAnswered(Message message) {
    return raisedTo(
        Level.ROUTINE,
        message,
        new Reason(NOT_ANSWERED, HUMAN, "No reply could be made. Please read the message."));
  }

  /// Whether a message says that calls or texts to its writer are not safe.
  public boolean saysContactIsUnsafe(TriageDecision decision, String messageId) {
    return screen.saysContactIsUnsafe(decision, messageId);
  }

  /// Whether nobody could read what the message means, and a person has to.
  public static boolean isNotRead(TriageDecision decision) {
    return decision.findings().stream().anyMatch(f -> f.rule().equals(NOT_READ));
  }

  /// The decision on a message that brings a picture: `ROUTINE` at least, so that a person asks
  /// what it shows.
  public static TriageDecision withPicture(TriageDecision decision, ScreenedText text) {
    return raisedTo(
        Level.ROUTINE,
        decision,
        text,
        new Reason(
            PICTURE,
            "routine",
            "A picture came that cannot be shown here. Ask the patient what it shows."));
  }

  /// Whether a picture came with the message.
  public static boolean bringsPicture(TriageDecision decision) {
    return decision.findings().stream().anyMatch(f -> f.rule().equals(PICTURE));
  }

  /// Whether the message asks for a person, by its words, by button or by keyword.
  public static boolean asksForPerson(TriageDecision decision) {
    return decision.categories().contains(HUMAN);
  }

  /// Whether the message asks for a person and is about nothing else.
  public static boolean asksOnlyForPerson(TriageDecision decision) {
    return decision.categories().equals(List.of(HUMAN));
  }

  /// The decision at `ROUTINE` where it is `SAME_DAY` for nothing but the asking for a person;
  /// any other decision as it is.
  public static TriageDecision asRoutineRequest(TriageDecision decision) {
    if (decision.level() != Level.SAME_DAY || !asksOnlyForPerson(decision)) {
      return decision;
    }
    List<Finding> findings = decision.findings().stream()
        .map(finding -> new Finding(
            finding.rule(),
            finding.category(),
            Level.ROUTINE,
            finding.message(),
            finding.start(),
            finding.end(),
            finding.explanation(),
            finding.meaning()))
        .toList();
    return new TriageDecision(
        Level.ROUTINE,
        decision.categories(),
        findings,
        decision.meaningRead(),
        decision.failed(),
        decision.packId());
  }

  private Screening input(
      MessagePlace place, ScreenedText text, Instant at, Optional<MeaningReading> meaning) {
    Earlier earlier = earlier(place, text.id(), at);
    return new Screening(
        text, earlier.elsewhere(), earlier.here(), records.riskFacts(place.subjectId()), meaning);
  }

  private static TriageDecision raisedTo(Level level, Message message, Reason reason) {
    return raisedTo(
        level,
        message.decision().orElseThrow(),
        new ScreenedText(message.id(), message.text()),
        reason);
  }

  private static TriageDecision raisedTo(
      Level level, TriageDecision before, ScreenedText text, Reason reason) {
    return before.raisedBy(new Finding(
        reason.rule(),
        reason.category(),
        level,
        text.id(),
        0,
        text.text().length(),
        reason.explanation(),
        false));
  }

  /// Why a level is raised from outside of the screen.
  private record Reason(String rule, String category, String explanation) {}
}
