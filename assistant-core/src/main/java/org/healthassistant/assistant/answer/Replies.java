package org.healthassistant.assistant.answer;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The fixed words of this room (`answer/replies.yaml`).
record Replies(
    List<SmallTalk> smallTalk,
    InTwo unclear,
    InTwo otherLanguage,
    Map<String, InTwo> notMine,
    InTwo person,
    InTwo chart,
    Map<String, List<String>> followUps,
    Map<String, List<String>> pointing,
    List<String> factFrame,
    Map<String, List<String>> ownValue,
    Map<String, List<String>> trend) {

  static final Replies BUILT_IN = AnswerData.read("replies.yaml", Replies.class);

  /// The friendly answer to a greeting, a thank-you and the like, or to a message without words;
  /// empty for a real message.
  Optional<String> small(String text, String language) {
    String plain = Cues.plain(text).strip();
    Optional<String> known = smallTalk.stream()
        .filter(talk -> talk.heard().contains(plain))
        .map(talk -> talk.in(language))
        .findFirst();
    boolean wordless = plain.chars().filter(Character::isLetter).count() < 2;
    return known.isEmpty() && wordless ? Optional.of(unclear.in(language)) : known;
  }

  /// Whether a message goes on from the one before it.
  boolean isFollowUp(String text) {
    String plain = Cues.plain(text);
    int words = plain.strip().split(" ").length;
    return has(followUps, cues -> Cues.anyFirst(plain, cues))
        || words <= 6
            && has(pointing, cues -> Cues.anyIn(plain, cues))
            && Intent.of(text).id().equals("none");
  }

  /// Whether a message asks how readings have changed.
  boolean asksForTrend(String text) {
    String plain = Cues.plain(text);
    return has(trend, cues -> Cues.anyIn(plain, cues));
  }

  /// Whether a message asks first of all for the patient's own value.
  boolean asksForOwn(String text) {
    String plain = Cues.plain(text);
    return asksForTrend(text) || has(ownValue, cues -> Cues.anyIn(plain, cues));
  }

  /// All words that ask for a trend.
  List<String> trendCues() {
    return java.util.stream.Stream.of(trend, ownValue)
        .flatMap(cues -> cues.values().stream())
        .flatMap(List::stream)
        .toList();
  }

  private static boolean has(
      Map<String, List<String>> cues, java.util.function.Predicate<List<String>> test) {
    return cues.values().stream().anyMatch(test);
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
