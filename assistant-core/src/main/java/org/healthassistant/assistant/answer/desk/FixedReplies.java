package org.healthassistant.assistant.answer.desk;

import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.answer.evidence.DraftSentence;
import org.healthassistant.assistant.answer.text.PhraseMatcher;
import org.healthassistant.assistant.safety.FixedWording;
import org.healthassistant.assistant.safety.WordedSentence;
import org.healthassistant.assistant.words.PatientWords;
import org.healthassistant.knowledge.text.Language;

/// What is said without evidence: to a request, around an answer, and where there is none.
final class FixedReplies {

  private static final String NOT_MINE = "answer.not-mine";

  private final FixedWording safety;
  private final PatientWords words;

  FixedReplies(FixedWording safety, PatientWords words) {
    this.safety = safety;
    this.words = words;
  }

  /// What is said to a message without words; empty for any other.
  Optional<String> wordless(String text, Language language) {
    boolean wordless =
        PhraseMatcher.plain(text).chars().filter(Character::isLetter).count() < 2;
    return wordless ? Optional.of(words.say("answer.unclear", language)) : Optional.empty();
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
}
