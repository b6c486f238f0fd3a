package org.healthassistant.assistant.turn;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.healthassistant.assistant.answer.Answer;
import org.healthassistant.assistant.answer.AnswerCitation;
import org.healthassistant.assistant.answer.AnswerSentence;
import org.healthassistant.assistant.conversation.Channel;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.library.Library;
import org.healthassistant.assistant.library.ReadingLevel;
import org.healthassistant.assistant.safety.FixedWording;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.safety.TriageDecision;
import org.healthassistant.assistant.safety.WordedSentence;
import org.healthassistant.assistant.safety.wording.WordingPlan;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.turn.asking.ContactSaid;
import org.healthassistant.assistant.turn.asking.QuestionWords;
import org.healthassistant.assistant.turn.asking.SafeQuestion;
import org.healthassistant.assistant.turn.reading.ReadingOffers;
import org.healthassistant.assistant.turn.screening.MessageScreen;
import org.healthassistant.assistant.words.PatientWords;
import org.healthassistant.knowledge.text.Language;
import org.springframework.stereotype.Component;

/// Puts a Turn together: safety sentences first, then what answers, and what they rest on.
@Component
class Composer {

  private final FixedWording wording;
  private final Library library;
  private final PatientWords own;
  private final QuestionWords questions;
  private final ContactSaid contact;
  private final ReadingOffers offers;

  Composer(
      FixedWording wording,
      PatientWords own,
      Library library,
      QuestionWords questions,
      ContactSaid contact,
      ReadingOffers offers) {
    this.offers = offers;
    this.contact = contact;
    this.questions = questions;
    this.wording = wording;
    this.own = own;
    this.library = library;
  }

  /// The sentences that come first whatever the answer: they depend on the decision alone, and on
  /// what is open.
  ///
  /// Whether the person is safe is asked of the message that set the open level: once for each
  /// time that the level rose.
  ///
  /// @param message with its decision
  List<Turn.Sentence> safety(Message message, Optional<Escalation> open, Language language) {
    if (contact.staysNeutral(message)) {
      return List.of(neutral(language));
    }
    TriageDecision decision = message.decision().orElseThrow();
    Level mine = decision.level();
    boolean first = open.map(e -> e.messageId().equals(message.id())).orElse(true);
    boolean mayAsk = first && !SafeQuestion.isAnswer(decision);
    var listener = helps(message)
        ? wording.helper(mayAsk)
        : wording.listener(message.text(), mayAsk, language);
    Level all = Level.max(mine, open.map(Escalation::level).orElse(Level.SELF_CARE));
    List<String> said = new ArrayList<>();
    switch (mine) {
      case EMERGENCY -> said.addAll(texts(wording.emergency(decision, listener, language)));
      case SAME_DAY -> said.addAll(texts(wording.sameDay(decision, listener, language)));
      case ROUTINE -> {
        if (MessageScreen.asksOnlyForPerson(decision)) {
          said.addAll(texts(wording.handoff(language)));
        } else if (all == Level.ROUTINE) {
          said.addAll(texts(wording.routine(decision.categories(), language)));
        }
      }
      case SELF_CARE -> {}
    }
    if (all.atLeast(Level.SAME_DAY) && mine.compareTo(all) < 0) {
      List<String> about = open.map(Escalation::categories).orElse(List.of());
      said.addFirst(wording.stillOpen(all, about, language).text());
      if (said.size() > WordingPlan.SENTENCES) {
        said.remove(WordingPlan.SENTENCES - 1);
      }
    }
    return said.stream()
        .map(text -> new Turn.Sentence(text, List.of(), "safety"))
        .toList();
  }

  /// A caregiver helps; where the danger may be the writer's own, as in a crisis, the words tell.
  private boolean helps(Message message) {
    var categories = message.decision().orElseThrow().categories();
    return FlaggedReadings.isOfPerson(message) && categories.stream().noneMatch(wording::asksAbout);
  }

  /// Whether a declined answer adds nothing: the safety sentences have said that a person will
  /// read it, or it was told what our questions came to.
  private static boolean saidAlready(TriageDecision decision, ReplyPlan plan, Answer answer) {
    boolean told =
        plan instanceof ReplyPlan.Answer answering && answering.concluded().isPresent();
    return answer.action() == Answer.Action.DECLINE
        && (told || decision.level().atLeast(Level.ROUTINE));
  }

  /// The whole Turn, worded as the plan says.
  ///
  /// @param message with its decision
  /// @param open the open escalation
  /// @param answer where the plan is to answer; empty also when the answer had to be thrown away
  Turn compose(
      Message message,
      ReplyPlan plan,
      Optional<Escalation> open,
      Language language,
      Optional<Answer> answer) {
    if (plan.answersInWords() && contact.staysNeutral(message)) {
      return turn(message, plan, open, language, List.of(neutral(language)), Optional.empty());
    }
    List<Turn.Sentence> said = said(message, plan, open, language, answer);
    said.addAll(after(message, plan, said, language, answer));
    return turn(message, plan, open, language, said, answer);
  }

  /// After an answer: the readings that the message told, and whether to keep them. Not beside
  /// another question that a yes would answer.
  private List<Turn.Sentence> after(
      Message message,
      ReplyPlan plan,
      List<Turn.Sentence> said,
      Language language,
      Optional<Answer> answer) {
    if (plan instanceof ReplyPlan.Answer && plan.asks().isPresent()) {
      return questions.remind(plan.asks().get(), message.channel(), language).stream()
          .map(Composer::connective)
          .toList();
    }
    boolean asks = answer.filter(a -> a.action() == Answer.Action.CLARIFY).isPresent()
        || wording
            .asksIfSafe(said.stream().map(Turn.Sentence::text).toList(), language)
            .isPresent();
    return plan instanceof ReplyPlan.Answer && !asks
        ? offers.ask(message, language).stream().map(Composer::connective).toList()
        : List.of();
  }

  /// What of a reply that answers may be shown before it is whole.
  ///
  /// @return empty where nothing of the answer may be seen
  Optional<Opening> opening(
      Message message, ReplyPlan plan, Optional<Escalation> open, Language language) {
    return contact.staysNeutral(message)
        ? Optional.empty()
        : Optional.of(new Opening(
            triage(message.decision().orElseThrow(), open),
            said(message, plan, open, language, Optional.empty())));
  }

  /// How a reply begins: the decision, and the sentences before the answer; may have none.
  record Opening(Turn.Triage triage, List<Turn.Sentence> sentences) {}

  private Turn.Sentence neutral(Language language) {
    return new Turn.Sentence(wording.contactUnsafe(language).text(), List.of(), "safety");
  }

  private List<Turn.Sentence> said(
      Message message,
      ReplyPlan plan,
      Optional<Escalation> open,
      Language language,
      Optional<Answer> answer) {
    TriageDecision decision = message.decision().orElseThrow();
    List<Turn.Sentence> sentences = new ArrayList<>();
    if (plan.saysSafety()) {
      sentences.addAll(safety(message, open, language));
    }
    if (plan.saysSafety() && MessageScreen.bringsPicture(decision)) {
      sentences.add(connective(own.say("turn.picture", language)));
    }
    fixed(plan, message, language).forEach(text -> sentences.add(connective(text)));
    answer.filter(a -> !saidAlready(decision, plan, a)).ifPresent(a -> {
      if (FlaggedReadings.isOfPerson(message) && a.tellsOfRecord()) {
        sentences.add(connective(own.say("turn.caregiver", language)));
      }
      a.sentences().forEach(s -> sentences.add(sentence(s)));
    });
    if (message.channel() == Channel.SMS) {
      answer
          .filter(a -> a.action() == Answer.Action.CLARIFY)
          .ifPresent(a -> sentences.addAll(lettered(a.suggestions(), language)));
    }
    return sentences;
  }

  /// The choices of a question by their letters, since a text has no buttons.
  private List<Turn.Sentence> lettered(List<String> choices, Language language) {
    List<Turn.Sentence> said = new ArrayList<>();
    char letter = 'A';
    for (String choice : choices) {
      said.add(connective(letter++ + ": " + choice + "."));
    }
    if (!said.isEmpty()) {
      said.add(connective(own.say("answer.context.letter", language)));
    }
    return said;
  }

  private Turn turn(
      Message message,
      ReplyPlan plan,
      Optional<Escalation> open,
      Language language,
      List<Turn.Sentence> sentences,
      Optional<Answer> answer) {
    TriageDecision decision = message.decision().orElseThrow();
    String text = sentences.stream().map(Turn.Sentence::text).collect(Collectors.joining(" "));
    return new Turn(
        message.id(),
        sentences.isEmpty() ? null : Ids.next(),
        action(plan, decision, answer),
        triage(decision, open),
        sentences,
        answer.map(Answer::citations).orElse(List.of()).stream()
            .map(Composer::citation)
            .toList(),
        text,
        open.map(Composer::view).orElse(null),
        answer.map(a -> a.mode().name().toLowerCase(Locale.ROOT)).orElse("fixed"),
        language,
        ReadingLevel.grade(text, language).orElse(null),
        answer.map(Answer::release).orElseGet(library::releaseId),
        answer.map(Answer::charts).orElse(List.of()).stream()
            .map(c -> new Turn.Chart(c.title(), "/api/v1/me/record/trends/" + c.loinc()))
            .toList(),
        suggestions(plan, sentences, language, answer),
        answer
            .flatMap(Answer::completeness)
            .map(share -> Math.round(share * 100) / 100.0)
            .orElse(null));
  }

  /// What can be said next by a press: the choices of our question, else what the answer offers.
  private List<String> suggestions(
      ReplyPlan plan, List<Turn.Sentence> said, Language language, Optional<Answer> answer) {
    if (plan.asks().isPresent()) {
      return questions.choices(plan.asks().get(), language);
    }
    return offers.isAsked(said.stream().map(Turn.Sentence::text).toList(), language)
        ? offers.choices(language)
        : answer.map(Answer::suggestions).orElse(List.of());
  }

  /// The fixed sentences that stand in place of an answer; the safety sentences are not among
  /// them.
  private List<String> fixed(ReplyPlan plan, Message message, Language language) {
    return switch (plan) {
      case ReplyPlan.Ask ask -> questions.ask(ask.asked(), message.channel(), language);
      case ReplyPlan.Keyword keyword -> keyword(keyword.word(), language);
      case ReplyPlan.SwitchedOff off -> List.of(own.say("turn.answers.off", language));
      case ReplyPlan.TooLong tooLong -> List.of(own.say("turn.too-long", language));
      case ReplyPlan.Noted noted -> List.of(own.say("turn.safe.noted", language));
      case ReplyPlan.Kept kept -> offers.conclude(kept.told(), language);
      case ReplyPlan.Correction correction -> List.of(own.say("turn.correction", language));
      case ReplyPlan.Emergency emergency -> List.of();
      case ReplyPlan.Silent silent -> List.of();
      case ReplyPlan.SafetyOnly safety ->
        questions.unanswered(message.decision().orElseThrow(), language);
      case ReplyPlan.HandOff handOff -> List.of();
      case ReplyPlan.Answer answer ->
        answer
            .concluded()
            .map(asked ->
                questions.conclude(asked, message.decision().orElseThrow().level(), language))
            .orElse(List.of());
    };
  }

  private List<String> keyword(Inbound.Keyword word, Language language) {
    return switch (word) {
      case STOP -> List.of(own.say("turn.stop", language));
      case STOP_IN_DOUBT -> List.of(own.say("turn.stop-in-doubt", language));
      case START -> List.of(own.say("turn.start", language));
      case HELP -> texts(wording.help(language));
      case NONE -> List.of();
    };
  }

  /// What the client is told of the decision.
  Turn.Triage triage(TriageDecision decision, Optional<Escalation> open) {
    Level all = Level.max(decision.level(), open.map(Escalation::level).orElse(Level.SELF_CARE));
    return new Turn.Triage(
        all.name(),
        decision.level().name(),
        decision.categories(),
        decision.findings().stream()
            .map(f -> new Turn.FindingView(
                f.rule(),
                f.category(),
                f.level().name(),
                f.message(),
                f.start(),
                f.end(),
                f.explanation()))
            .toList());
  }

  private static String action(ReplyPlan plan, TriageDecision decision, Optional<Answer> answer) {
    return switch (plan) {
      case ReplyPlan.Emergency emergency -> "emergency";
      case ReplyPlan.Ask ask -> "clarify";
      case ReplyPlan.Answer answering ->
        answer.map(a -> action(decision, answering, a.action())).orElse("handoff");
      case ReplyPlan.Keyword keyword -> "handoff";
      case ReplyPlan.Silent silent -> "handoff";
      case ReplyPlan.SafetyOnly safety -> "handoff";
      case ReplyPlan.HandOff handOff -> "handoff";
      case ReplyPlan.SwitchedOff off -> "handoff";
      case ReplyPlan.TooLong tooLong -> "handoff";
      case ReplyPlan.Noted noted -> "handoff";
      case ReplyPlan.Kept kept -> "answer";
      case ReplyPlan.Correction correction -> "handoff";
    };
  }

  private static String action(
      TriageDecision decision, ReplyPlan.Answer plan, Answer.Action action) {
    return switch (action) {
      case ANSWER -> "answer";
      case CLARIFY -> "clarify";
      case DECLINE ->
        decision.level().atLeast(Level.ROUTINE)
            ? "handoff"
            : plan.concluded().isPresent() ? "answer" : "decline";
    };
  }

  private static Turn.Sentence connective(String text) {
    return new Turn.Sentence(text, List.of(), "connective");
  }

  /// A sentence of an answer as the client gets it.
  static Turn.Sentence sentence(AnswerSentence s) {
    return new Turn.Sentence(s.text(), s.citations(), s.kind().name().toLowerCase(Locale.ROOT));
  }

  private static Turn.EscalationView view(Escalation open) {
    return new Turn.EscalationView(
        open.id(),
        open.level().name(),
        open.state().name(),
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(open.replyBy().atOffset(ZoneOffset.UTC)));
  }

  private static Turn.Citation citation(AnswerCitation citation) {
    return switch (citation) {
      case AnswerCitation.ContentCitation c ->
        new Turn.Content(
            c.id(),
            c.title(),
            c.section(),
            c.publisher(),
            c.url(),
            c.page(),
            c.reviewedOn() == null ? null : c.reviewedOn().toString(),
            c.starter(),
            c.snippet());
      case AnswerCitation.RecordCitation r ->
        new Turn.RecordItem(
            r.id(),
            r.resource(),
            r.label(),
            r.date() == null ? null : r.date().toString(),
            r.snippet());
    };
  }

  private static List<String> texts(List<WordedSentence> sentences) {
    return sentences.stream().map(WordedSentence::text).toList();
  }
}
