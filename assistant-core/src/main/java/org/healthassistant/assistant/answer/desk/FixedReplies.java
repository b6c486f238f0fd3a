package org.healthassistant.assistant.answer.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.healthassistant.assistant.answer.text.AnswerData;
import org.healthassistant.assistant.answer.text.PhraseMatcher;

/// The fixed words of this room (`answer/replies.yaml`).
record FixedReplies(
    List<SmallTalk> smallTalk,
    InTwo unclear,
    InTwo otherLanguage,
    Map<String, InTwo> notMine,
    InTwo person,
    InTwo chart) {

  static final FixedReplies BUILT_IN = AnswerData.read("replies.yaml", FixedReplies.class);

  /// The friendly answer to a greeting, a thank-you and the like, or to a message without words;
  /// empty for a real message.
  Optional<String> small(String text, String language) {
    String plain = PhraseMatcher.plain(text).strip();
    Optional<String> known = smallTalk.stream()
        .filter(talk -> talk.heard().contains(plain))
        .map(talk -> talk.in(language))
        .findFirst();
    boolean wordless = plain.chars().filter(Character::isLetter).count() < 2;
    return known.isEmpty() && wordless ? Optional.of(unclear.in(language)) : known;
  }

  /// A text in both languages.
  record InTwo(String en, String es) {

    String in(String language) {
      return language.equals("es") ? es : en;
    }
  }

  /// Whole messages and what is said to them.
  record SmallTalk(List<String> heard, String en, String es) {

    String in(String language) {
      return language.equals("es") ? es : en;
    }
  }
}
