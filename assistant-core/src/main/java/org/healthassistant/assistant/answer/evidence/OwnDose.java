package org.healthassistant.assistant.answer.evidence;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.healthassistant.assistant.answer.text.AnswerData;
import org.healthassistant.assistant.answer.text.PhraseMatcher;

/// Knows messages in which somebody would decide a dose: whether so much of a medicine may be
/// taken, whether it may go from one amount to another, whether anything may be changed without
/// asking (`answer/own-dose.yaml`). The words of both languages are looked for, since people mix
/// them.
///
/// @param languages the words of each language
record OwnDose(Map<String, Words> languages) {

  static final OwnDose BUILT_IN = AnswerData.read("own-dose.yaml", OwnDose.class);

  private static final Pattern QUESTION = Pattern.compile("([^¿?.!;,\\n]+)\\?");

  private static final Pattern ATTACHED_UNIT = Pattern.compile("(?i)(\\d)(mgs?|mcg|ml)\\b");

  /// Whether a message would decide a dose.
  ///
  /// @param medicine whether it names a medicine, or speaks of one
  boolean isDecidedIn(String text, boolean medicine) {
    String apart = ATTACHED_UNIT.matcher(text).replaceAll("$1 $2");
    String plain = PhraseMatcher.plain(apart);
    return languages.values().stream().anyMatch(words -> words.decides(plain, apart, medicine));
  }

  /// The words of one language; all folded.
  ///
  /// @param asking words that ask whether one may, or say that one will
  /// @param how words with which it is asked how something is done, not whether
  /// @param taking what is done with a medicine
  /// @param question what asks whether one may only in a question: `¿me tomo dos?`
  /// @param between words after which a number is no amount of the medicine
  /// @param numbers numbers that are written as words
  /// @param units by which an amount is one of a medicine, whatever else is said
  /// @param others what may be counted that is no amount: times, days
  /// @param until what stands between two amounts: `50 to 100`
  /// @param alone that nobody was asked
  record Words(
      List<String> asking,
      List<String> how,
      List<String> taking,
      List<String> question,
      List<String> between,
      List<String> numbers,
      List<String> units,
      List<String> others,
      List<String> until,
      List<String> alone) {

    private boolean decides(String plain, String text, boolean medicine) {
      String words = any(asking) + "(?:\\w+ ){0,3}?" + any(taking) + gap();
      return medicine && PhraseMatcher.anyIn(plain, alone) && !PhraseMatcher.anyIn(plain, how)
          || finds(words + amount(medicine), plain)
          || QUESTION
              .matcher(text)
              .results()
              .map(asked -> PhraseMatcher.plain(asked.group(1)))
              .anyMatch(asked -> finds(any(question) + gap() + amount(medicine), asked));
    }

    private static boolean finds(String expression, String plain) {
      return Pattern.compile(" " + expression).matcher(plain).find();
    }

    private String gap() {
      return "(?:(?!" + any(between) + ")\\p{Alpha}+ ){0,3}?";
    }

    /// One amount or two; without a medicine one that has a unit.
    private String amount(boolean medicine) {
      String number = "(?:\\d+(?: \\d+)?|" + String.join("|", numbers) + ")";
      String before = "(?:" + number + " " + any(units) + "?" + any(until) + ")?";
      return before + number + (medicine ? " (?!" + any(others) + ")" : " " + any(units));
    }

    private static String any(List<String> words) {
      return "(?:" + String.join("|", words) + ") ";
    }
  }
}
