package org.healthassistant.assistant.answer.desk;

import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.answer.evidence.DraftSentence;
import org.healthassistant.assistant.answer.text.AnswerData;
import org.healthassistant.assistant.answer.text.PhraseMatcher;
import org.healthassistant.assistant.safety.FixedWording;
import org.healthassistant.assistant.safety.WordedSentence;
import org.healthassistant.assistant.words.PatientWords;
import org.healthassistant.knowledge.text.Language;

/// What is said without evidence: to a greeting or a thank-you, around an answer, and where
/// there is none.
final class FixedReplies {

  private static final String NOT_MINE = "answer.not-mine";
  private static final File FILE = AnswerData.read("replies.yaml", File.class);

  private final FixedWording safety;
  private final PatientWords words;

  FixedReplies(FixedWording safety, PatientWords words) {
    this.safety = safety;
    this.words = words;
  }

  /// The friendly answer to a greeting, a thank-you and the like, or to a message without words;
  /// empty for a real message.
  Optional<String> small(String text, Language language) {
    String plain = PhraseMatcher.plain(text).strip();
    Optional<String> known = FILE.smallTalk().stream()
        .filter(talk -> talk.heard().contains(plain))
        .map(talk -> words.say("answer.small-talk." + talk.said(), language))
        .findFirst();
    boolean wordless = plain.chars().filter(Character::isLetter).count() < 2;
    return known.isEmpty() && wordless ? Optional.of(words.say("answer.unclear", language)) : known;
  }

  /// A sentence of the group `answer`, as one of an answer's.
  ///
  /// @param filled name and value in turn
  DraftSentence say(String key, Language language, String... filled) {
    return DraftSentence.connective(text(key, language, filled));
  }

  /// A sentence of the group `answer`.
  ///
  /// @param filled name and value in turn
  String text(String key, Language language, String... filled) {
    return words.say("answer." + key, language, filled);
  }

  /// That something is not ours to decide; empty where nothing needs to be said of its kind.
  ///
  /// @param kind such as `medicine` or `diagnosis`
  Optional<DraftSentence> notMine(String kind, Language language) {
    return words.group(NOT_MINE, language).containsKey(kind)
        ? Optional.of(say("not-mine." + kind, language))
        : Optional.empty();
  }

  /// That there is no vetted answer, and how to reach a person.
  List<WordedSentence> decline(Language language) {
    return safety.decline(language);
  }

  /// The data file.
  ///
  /// @param smallTalk whole messages, and which sentence answers them
  private record File(List<SmallTalk> smallTalk) {}

  /// Whole messages, and the key of what is said to them.
  private record SmallTalk(List<String> heard, String said) {}
}
