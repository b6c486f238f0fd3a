package org.healthassistant.assistant.turn.asking;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.healthassistant.assistant.conversation.Channel;
import org.healthassistant.assistant.protocol.Prompt;
import org.healthassistant.assistant.protocol.SymptomProtocols;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.safety.TriageDecision;
import org.healthassistant.assistant.words.PatientWords;
import org.healthassistant.knowledge.text.Language;
import org.springframework.stereotype.Component;

/// How our questions are put to the patient, and what is said when they end.
@Component
public class QuestionWords {

  private final SymptomProtocols protocols;
  private final PatientWords words;

  /// @param protocols what is asked
  /// @param words how it reads
  public QuestionWords(SymptomProtocols protocols, PatientWords words) {
    this.protocols = protocols;
    this.words = words;
  }

  /// The open question, sentence by sentence. By text the choices follow with their numbers; by
  /// web they are buttons.
  public List<String> ask(Asked asked, Channel channel, Language language) {
    if (protocols.asksInAllLanguages(asked.progress())) {
      return Stream.concat(Stream.of(language), Stream.of(Language.values()))
          .distinct()
          .map(each -> protocols.prompt(asked.progress(), each).question())
          .toList();
    }
    Prompt prompt = protocols.prompt(asked.progress(), language);
    List<String> said = new ArrayList<>();
    if (asked.again()) {
      said.add(words.say("turn.question.again", language));
    } else if (asked.progress().asked() == 1) {
      said.add(words.say("turn.question.first", language));
    }
    said.addAll(put(prompt, channel, language));
    return said;
  }

  /// The open question once more, after the answer to something else.
  public List<String> remind(Asked asked, Channel channel, Language language) {
    List<String> said = new ArrayList<>();
    said.add(words.say("turn.question.still", language));
    said.addAll(put(protocols.prompt(asked.progress(), language), channel, language));
    return said;
  }

  private List<String> put(Prompt prompt, Channel channel, Language language) {
    List<String> said = new ArrayList<>();
    said.add(prompt.question());
    if (channel == Channel.SMS && !prompt.choices().isEmpty()) {
      int number = 1;
      for (String choice : prompt.choices()) {
        said.add(number++ + ": " + choice + ".");
      }
      said.add(words.say("turn.question.number", language));
    }
    return said;
  }

  /// The choices of the open question, in the order of their numbers.
  public List<String> choices(Asked asked, Language language) {
    return protocols.prompt(asked.progress(), language).choices();
  }

  /// What the answers came to, and why.
  ///
  /// @param level of the message that ended the questions
  public List<String> conclude(Asked asked, Level level, Language language) {
    if (asked.state() == Asked.State.LEFT) {
      return List.of(words.say("turn.question.left", language));
    }
    if (level == Level.SELF_CARE) {
      return List.of(
          words.say("turn.question.fine", language), words.say("turn.question.watch", language));
    }
    return protocols
        .because(asked.progress(), language)
        .map(choice -> List.of(words.say("turn.question.because", language, "choice", choice)))
        .orElseGet(() -> List.of(words.say("turn.question.careful", language)));
  }

  /// That a question of ours was not answered, where that is why a message went up.
  public List<String> unanswered(TriageDecision decision, Language language) {
    return decision.findings().stream().anyMatch(f -> SymptomProtocols.isUnanswered(f.rule()))
        ? List.of(words.say("turn.question.unanswered", language))
        : List.of();
  }
}
