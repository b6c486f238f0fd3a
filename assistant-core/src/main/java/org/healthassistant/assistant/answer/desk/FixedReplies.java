package org.healthassistant.assistant.answer.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.healthassistant.assistant.answer.text.AnswerData;
import org.healthassistant.assistant.answer.text.PhraseMatcher;
import org.healthassistant.knowledge.text.Language;

/// The fixed words of this room (`answer/replies.yaml`).
record FixedReplies(
    List<SmallTalk> smallTalk,
    Map<Language, String> unclear,
    Map<Language, String> otherLanguage,
    Map<String, Map<Language, String>> notMine,
    Map<Language, String> person,
    Map<Language, String> chart) {

  static final FixedReplies BUILT_IN = AnswerData.read("replies.yaml", FixedReplies.class);

  /// The friendly answer to a greeting, a thank-you and the like, or to a message without words;
  /// empty for a real message.
  Optional<String> small(String text, Language language) {
    String plain = PhraseMatcher.plain(text).strip();
    Optional<String> known = smallTalk.stream()
        .filter(talk -> talk.heard().contains(plain))
        .map(talk -> language.pick(talk.said()))
        .findFirst();
    boolean wordless = plain.chars().filter(Character::isLetter).count() < 2;
    return known.isEmpty() && wordless ? Optional.of(language.pick(unclear)) : known;
  }

  /// Whole messages and what is said to them, by language.
  record SmallTalk(List<String> heard, Map<Language, String> said) {}
}
