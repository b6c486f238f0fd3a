package org.healthassistant.assistant.answer.context;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.healthassistant.assistant.answer.text.AnswerData;
import org.healthassistant.assistant.answer.text.PhraseMatcher;
import org.healthassistant.knowledge.text.Language;

/// The data file `answer/context.yaml`; words are by language and folded.
///
/// @param uses words of questions about one's own use
/// @param complaint words by which somebody tells what is the matter now
/// @param lasting ids of articles that say when something has gone on too long
/// @param limits a pattern of such a time; its groups are the number and the unit
/// @param begins words with which a message asks something, and is no reply
/// @param declines whole messages that say that something is not wanted
/// @param neverPregnant people of whom nobody asks whether they are pregnant
/// @param sons somebody's children, of whatever age
/// @param numbers what a number written as a word counts
/// @param choices by the key of the question, what each choice counts
/// @param asked words with which a question is looked up anew
public record ContextWords(
    Map<Language, List<String>> uses,
    Map<Language, List<String>> complaint,
    Set<String> lasting,
    Map<Language, String> limits,
    Map<Language, List<String>> begins,
    Map<Language, List<String>> dontKnow,
    Map<Language, List<String>> yes,
    Map<Language, List<String>> no,
    Map<Language, List<String>> declines,
    Map<String, Map<Language, List<String>>> pregnancy,
    Map<Language, List<String>> neverPregnant,
    Map<Language, List<String>> sons,
    Years years,
    Days days,
    Map<String, Double> numbers,
    Taken medicines,
    Map<String, Map<String, Double>> choices,
    Map<String, Map<Language, String>> asked) {

  /// The words that ship.
  public static final ContextWords BUILT_IN = AnswerData.read("context.yaml", ContextWords.class);

  /// Whether a message asks about somebody's own use of something.
  public boolean asksOfUse(String text) {
    return anyIn(PhraseMatcher.plain(text), uses);
  }

  /// Whether a message tells what is the matter now.
  public boolean tellsComplaint(String text) {
    return anyIn(PhraseMatcher.plain(text), complaint);
  }

  /// Whether a message names a child of somebody's.
  public boolean namesSon(String text) {
    return anyIn(PhraseMatcher.plain(text), sons);
  }

  /// Whether a message says that what was asked of the patient is not wanted, and nothing else.
  public boolean declines(String text) {
    return isOne(PhraseMatcher.plain(text), declines);
  }

  /// Whether a message is about somebody of whom nobody asks whether they are pregnant.
  public boolean isNeverPregnant(String text) {
    return anyIn(PhraseMatcher.plain(text), neverPregnant);
  }

  /// Whether a sentence says to somebody that she is pregnant, or nurses, as a fact.
  public boolean saysWhichItIs(String sentence) {
    return anyIn(PhraseMatcher.plain(sentence), pregnancy("asserted"));
  }

  /// What the choices of a question count, by their keys; empty where it has none.
  public Map<String, Double> choices(String key) {
    return choices.getOrDefault(key, Map.of());
  }

  Map<Language, List<String>> pregnancy(String state) {
    return Objects.requireNonNull(pregnancy.get(state));
  }

  static boolean anyIn(String plain, Map<Language, List<String>> phrases) {
    return phrases.values().stream().anyMatch(all -> PhraseMatcher.anyIn(plain, all));
  }

  static boolean isOne(String plain, Map<Language, List<String>> phrases) {
    return all(phrases).anyMatch(phrase -> plain.strip().equals(phrase));
  }

  static Stream<String> all(Map<Language, List<String>> phrases) {
    return phrases.values().stream().flatMap(Collection::stream);
  }

  /// How an age is told.
  ///
  /// @param units how many years each counts
  /// @param notAfter words before a number that is no age
  /// @param told what follows a number that is an age in any text
  /// @param aged how an age is told by a number alone
  record Years(
      Map<String, Double> units,
      Map<Language, List<String>> half,
      Map<String, Double> named,
      Set<String> notAfter,
      Map<Language, List<String>> told,
      Aged aged) {}

  /// How an age is told by a number alone, or with a unit that may count something else.
  ///
  /// @param writer words before the age of a grown-up
  /// @param others words before anybody's age
  /// @param child words before a child's age with its unit
  /// @param follow words that may follow
  /// @param lasting words after years for which something goes on
  /// @param notWith measures, in a text with which a number alone is no age
  record Aged(
      List<String> writer,
      List<String> others,
      List<String> child,
      Set<String> follow,
      Set<String> lasting,
      Map<Language, List<String>> notWith) {}

  /// How a stretch of time is told, in days.
  ///
  /// @param notAfter words before a stretch for which nothing has been going on
  /// @param notBefore words after such a one
  record Days(
      Map<String, Double> units,
      Map<String, Double> named,
      Set<String> notAfter,
      Set<String> notBefore) {}

  /// How medicines are told.
  ///
  /// @param asking words with which `taking` tells nothing
  /// @param notOn words after which `on` and a medicine tell nothing
  /// @param kinds what people call a kind, by its name
  /// @param offered by the key of a choice, the names that articles use for it
  public record Taken(
      Map<Language, List<String>> asking,
      Map<Language, List<String>> taking,
      Set<String> notOn,
      Map<Language, List<String>> none,
      Map<String, List<String>> kinds,
      Map<String, List<String>> offered) {}
}
