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
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.library.Library;
import org.healthassistant.assistant.library.ReadingLevel;
import org.healthassistant.assistant.safety.FixedWording;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.safety.TriageDecision;
import org.healthassistant.assistant.safety.WordedSentence;
import org.healthassistant.assistant.store.Ids;
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

  Composer(FixedWording wording, PatientWords own, Library library) {
    this.wording = wording;
    this.own = own;
    this.library = library;
  }

  /// The sentences that come first whatever the answer: they depend on the level alone.
  List<Turn.Sentence> safety(
      TriageDecision decision, Optional<Escalation> open, Language language) {
    Level mine = decision.level();
    Level all = Level.max(mine, open.map(Escalation::level).orElse(Level.SELF_CARE));
    List<String> said = new ArrayList<>();
    switch (mine) {
      case EMERGENCY -> said.addAll(texts(wording.emergency(worded(decision), language)));
      case SAME_DAY -> said.addAll(texts(wording.sameDay(decision.categories(), language)));
      case ROUTINE -> {
        if (MessageScreen.asksOnlyForPerson(decision)) {
          said.addAll(texts(wording.handoff(language)));
        } else if (all == Level.ROUTINE) {
          said.addAll(texts(wording.routine(language)));
        }
      }
      case SELF_CARE -> {}
    }
    if (all == Level.EMERGENCY && mine != Level.EMERGENCY) {
      said.addFirst(wording.emergencyStillOpen(language).text());
    } else if (all == Level.SAME_DAY && mine.compareTo(Level.SAME_DAY) < 0) {
      said.addFirst(own.say("turn.same-day.open", language));
    }
    return said.stream()
        .map(text -> new Turn.Sentence(text, List.of(), "safety"))
        .toList();
  }

  /// The categories to word by. Where no rule but only the meaning says `EMERGENCY`, its
  /// category is a guess from the nearest example: then the general emergency number is named
  /// too, whatever it is.
  private static List<String> worded(TriageDecision decision) {
    boolean byRule =
        decision.findings().stream().anyMatch(f -> f.level() == Level.EMERGENCY && !f.meaning());
    if (byRule) {
      return decision.categories();
    }
    List<String> both = new ArrayList<>(decision.categories());
    both.add("by-meaning");
    return both;
  }

  /// Whether a declined answer adds nothing: the safety sentences have said that a person will
  /// read it.
  private static boolean saidAlready(TriageDecision decision, Answer answer) {
    return answer.action() == Answer.Action.DECLINE && decision.level().atLeast(Level.ROUTINE);
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
    TriageDecision decision = message.decision().orElseThrow();
    List<Turn.Sentence> sentences = new ArrayList<>();
    if (plan.saysSafety()) {
      sentences.addAll(safety(decision, open, language));
    }
    fixed(plan, language).forEach(text -> sentences.add(connective(text)));
    answer
        .filter(a -> !saidAlready(decision, a))
        .ifPresent(a -> a.sentences().forEach(s -> sentences.add(sentence(s))));
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
        library.releaseId(),
        answer.map(Answer::charts).orElse(List.of()).stream()
            .map(c -> new Turn.Chart(c.title(), "/api/v1/me/record/trends/" + c.loinc()))
            .toList(),
        answer.map(Answer::suggestions).orElse(List.of()));
  }

  /// The fixed sentences that stand in place of an answer; the safety sentences are not among
  /// them.
  private List<String> fixed(ReplyPlan plan, Language language) {
    return switch (plan) {
      case ReplyPlan.Keyword keyword -> keyword(keyword.word(), language);
      case ReplyPlan.SwitchedOff off -> List.of(own.say("turn.answers.off", language));
      case ReplyPlan.TooLong tooLong -> List.of(own.say("turn.too-long", language));
      case ReplyPlan.Emergency emergency -> List.of();
      case ReplyPlan.Silent silent -> List.of();
      case ReplyPlan.SafetyOnly safety -> List.of();
      case ReplyPlan.HandOff handOff -> List.of();
      case ReplyPlan.Answer answer -> List.of();
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
      case ReplyPlan.Answer answering ->
        answer.map(a -> action(decision, a.action())).orElse("handoff");
      case ReplyPlan.Keyword keyword -> "handoff";
      case ReplyPlan.Silent silent -> "handoff";
      case ReplyPlan.SafetyOnly safety -> "handoff";
      case ReplyPlan.HandOff handOff -> "handoff";
      case ReplyPlan.SwitchedOff off -> "handoff";
      case ReplyPlan.TooLong tooLong -> "handoff";
    };
  }

  private static String action(TriageDecision decision, Answer.Action action) {
    return switch (action) {
      case ANSWER -> "answer";
      case CLARIFY -> "clarify";
      case DECLINE -> decision.level().atLeast(Level.ROUTINE) ? "handoff" : "decline";
    };
  }

  private static Turn.Sentence connective(String text) {
    return new Turn.Sentence(text, List.of(), "connective");
  }

  private static Turn.Sentence sentence(AnswerSentence s) {
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
