package org.healthassistant.assistant.protocol;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.healthassistant.knowledge.text.Language;

/// Tells that a message is in another language than those that are read here
/// (`protocol/languages.yaml`): by its script, or by words that only the other language has.
///
/// A word of mixed scripts is an own word in disguise and counts for none. Where it cannot be
/// told, a message counts as one of ours: it was screened as such.
final class OtherLanguages {

  private static final int ENOUGH = 2;

  private final Set<String> own;
  private final List<Set<String>> others;

  /// As the file has it.
  ///
  /// @param own words of the languages that are read
  /// @param others by the code of a language
  record File(Map<Language, List<String>> own, Map<String, List<String>> others) {}

  OtherLanguages(File file) {
    own = file.own().values().stream().flatMap(List::stream).collect(Collectors.toSet());
    others = file.others().values().stream()
        .map(words -> words.stream()
            .filter(word -> !own.contains(word))
            .collect(Collectors.toUnmodifiableSet()))
        .toList();
  }

  /// Whether a text is in another language.
  boolean isIn(Words text) {
    List<String> words =
        text.forms().stream().filter(OtherLanguages::hasLetters).toList();
    long foreign = words.stream().filter(OtherLanguages::isForeignScript).count();
    if (foreign > 0 && 2 * foreign >= words.size()) {
      return true;
    }
    Set<String> said = new HashSet<>(words);
    long ours = said.stream().filter(own::contains).count();
    long theirs = others.stream().mapToLong(other -> shared(said, other)).max().orElse(0);
    return theirs > ours && (theirs >= ENOUGH || words.size() == 1);
  }

  private static long shared(Set<String> said, Set<String> other) {
    return said.stream().filter(other::contains).count();
  }

  private static boolean hasLetters(String word) {
    return word.codePoints().anyMatch(Character::isLetter);
  }

  private static boolean isForeignScript(String word) {
    return word.codePoints()
        .filter(Character::isLetter)
        .mapToObj(Character.UnicodeScript::of)
        .noneMatch(script ->
            script == Character.UnicodeScript.LATIN || script == Character.UnicodeScript.COMMON);
  }
}
