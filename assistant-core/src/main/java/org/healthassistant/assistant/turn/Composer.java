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
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.library.Library;
import org.healthassistant.assistant.library.ReadingLevel;
import org.healthassistant.assistant.safety.FixedWording;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.safety.TriageDecision;
import org.healthassistant.assistant.safety.WordedSentence;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts a Turn together: safety sentences first, then what answers, and what they rest on.
@Component
class Composer {

  private final FixedWording wording;
  private final Library library;
  private final TurnWording own = new TurnWording();

  Composer(FixedWording wording, Library library) {
    this.wording = wording;
    this.library = library;
  }

  /// The sentences that come first whatever the answer: they depend on the level alone.
  List<Turn.Sentence> safety(TriageDecision decision, Optional<Escalation> open, String language) {
    Level mine = decision.level();
    Level all = Level.max(mine, open.map(Escalation::level).orElse(Level.SELF_CARE));
    List<String> said = new ArrayList<>();
    switch (mine) {
      case EMERGENCY -> said.addAll(texts(wording.emergency(worded(decision), language)));
      case SAME_DAY -> said.addAll(texts(wording.sameDay(decision.categories(), language)));
      case ROUTINE -> {
        if (onlyHuman(decision)) {
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
      said.addFirst(own.get("same-day.open", language));
    }
    return said.stream()
        .map(text -> new Turn.Sentence(text, List.of(), "safety"))
        .toList();
  }

  /// The categories to word by. Where no rule but only the meaning says `EMERGENCY`, its category
  /// is
  /// a guess from the nearest example: then the general emergency number is named too, whatever it
  /// is.
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

  /// Whether a declined answer adds nothing: the safety sentences have said that a person will read
  /// it.
  private static boolean saidAlready(TriageDecision decision, Answer answer) {
    return answer.action() == Answer.Action.DECLINE && decision.level().atLeast(Level.ROUTINE);
  }

  /// Whether the message asks for a person and is about nothing else.
  static boolean onlyHuman(TriageDecision decision) {
    return decision.categories().equals(List.of(MessageScreen.HUMAN));
  }

  /// The whole Turn.
  ///
  /// @param replyId the id the reply will have if anything is said
  /// @param answer what answers; null: nothing but the safety sentences and `fixed`
  /// @param fixed fixed sentences in place of an answer; may be empty
  Turn turn(
      Message message,
      String replyId,
      TriageDecision decision,
      Optional<Escalation> open,
      List<Turn.Sentence> safety,
      @Nullable Answer answer,
      List<String> fixed,
      String language) {
    List<Turn.Sentence> sentences = new ArrayList<>(safety);
    fixed.forEach(text -> sentences.add(new Turn.Sentence(text, List.of(), "connective")));
    if (answer != null && !saidAlready(decision, answer)) {
      answer.sentences().stream()
          .map(s ->
              new Turn.Sentence(s.text(), s.citations(), s.kind().name().toLowerCase(Locale.ROOT)))
          .forEach(sentences::add);
    }
    String text = sentences.stream().map(Turn.Sentence::text).collect(Collectors.joining(" "));
    return new Turn(
        message.id(),
        sentences.isEmpty() ? null : replyId,
        action(decision, answer),
        triage(decision, open),
        sentences,
        answer == null
            ? List.of()
            : answer.citations().stream().map(Composer::citation).toList(),
        text,
        open.map(Composer::view).orElse(null),
        answer == null ? "fixed" : answer.mode().name().toLowerCase(Locale.ROOT),
        language,
        ReadingLevel.of(text, language).orElse(null),
        library.releaseId(),
        answer == null
            ? List.of()
            : answer.charts().stream()
                .map(c -> new Turn.Chart(c.title(), "/api/v1/me/record/trends/" + c.loinc()))
                .toList(),
        answer == null ? List.of() : answer.suggestions());
  }

  String own(String key, String language) {
    return own.get(key, language);
  }

  List<String> help(String language) {
    return texts(wording.help(language));
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

  private static String action(TriageDecision decision, @Nullable Answer answer) {
    if (decision.level() == Level.EMERGENCY) {
      return "emergency";
    }
    if (answer == null) {
      return "handoff";
    }
    return switch (answer.action()) {
      case ANSWER -> "answer";
      case CLARIFY -> "clarify";
      case DECLINE -> decision.level().atLeast(Level.ROUTINE) ? "handoff" : "decline";
    };
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
