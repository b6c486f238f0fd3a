package org.healthassistant.assistant.answer.grounding;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.healthassistant.assistant.answer.text.GroundingData;
import org.healthassistant.assistant.answer.text.WordLists;
import org.healthassistant.knowledge.text.Language;

/// The words by which the check compares sentences of one language, ready for looking up.
final class GroundingLexicon {

  private static final Map<Language, GroundingLexicon> ALL =
      Language.each(language -> new GroundingLexicon(
          language.pick(GroundingData.BUILT_IN.languages()), WordLists.of(language)));

  /// The words of the language that are not the check's alone.
  final WordLists words;

  final Map<String, String> phrases;
  final Set<String> negators;
  final Set<String> restrictive;
  final Set<String> ending;
  final Set<String> passive;
  final Set<String> strongEnds;
  final Set<String> scopeEnds;
  final Set<String> exceptions;
  final Set<String> less;
  final Set<String> greater;
  final Set<String> certainty;
  final Set<String> hedges;
  final Set<String> labelled;
  final List<String> months;
  final Set<String> rates;
  final Set<String> directed;
  final Map<String, String> groups = new HashMap<>();

  /// Word to its place in the opposites: the pair's number, signed by the side.
  final Map<String, Set<Integer>> sides = new HashMap<>();

  /// The stems of what is named: a part of the body, an illness, what is eaten, who is spoken of.
  final Set<String> named;

  /// A word, and `~` with its stem, to the stem of the first of those that say the same.
  private final Map<String, String> alike = new HashMap<>();

  private GroundingLexicon(GroundingData.Lists data, WordLists words) {
    this.words = words;
    this.phrases = data.phrases();
    this.negators = Set.copyOf(data.negators());
    this.restrictive = Set.copyOf(data.restrictive());
    this.ending = Set.copyOf(data.ending());
    this.passive = Set.copyOf(data.passive());
    this.strongEnds = Set.copyOf(data.strongEnds());
    this.scopeEnds = Set.copyOf(data.scopeEnds());
    this.exceptions = Set.copyOf(data.exceptions());
    this.less = Set.copyOf(data.less());
    this.greater = Set.copyOf(data.greater());
    this.certainty = Set.copyOf(new HashSet<>(data.certainty()));
    this.hedges = Set.copyOf(data.hedges());
    this.labelled = Set.copyOf(data.labelled());
    this.months = data.months();
    this.rates = Set.copyOf(data.rates());
    this.directed = Set.copyOf(data.directed());
    for (List<String> same : data.same()) {
      String one = words.stem(same.getFirst());
      same.forEach(word -> {
        alike.put(word, one);
        alike.putIfAbsent("~" + words.stem(word), one);
      });
    }
    this.named = data.named().stream().map(this::stem).collect(Collectors.toUnmodifiableSet());
    data.groups().forEach((group, named) -> named.forEach(word -> groups.put(word, group)));
    for (int i = 0; i < data.opposites().size(); i++) {
      List<List<String>> pair = data.opposites().get(i);
      int number = i + 1;
      pair.get(0).forEach(word -> side(word, number));
      pair.get(1).forEach(word -> side(word, -number));
    }
  }

  /// The lexicon of the language a text is written in, by its function words; English when
  /// unclear.
  static GroundingLexicon detect(List<String> parts) {
    return WordLists.detect(parts).language().pick(ALL);
  }

  /// The stem of a folded word; never empty.
  String stem(String word) {
    String same = alike.get(word);
    if (same != null) {
      return same;
    }
    String stem = words.stem(word);
    return alike.getOrDefault("~" + stem, stem);
  }

  /// The sides of opposites on which a word stands: by the word itself, else by its stem.
  Set<Integer> sides(String word) {
    Set<Integer> found = sides.get(word);
    return found != null ? found : sides.getOrDefault("~" + stem(word), Set.of());
  }

  /// Replaces the phrases of the language by the one word each counts as.
  String phrases(String folded) {
    String text = " " + folded + " ";
    for (Map.Entry<String, String> phrase : phrases.entrySet()) {
      text = replaceWords(text, phrase.getKey(), phrase.getValue());
    }
    return text.strip();
  }

  private static String replaceWords(String text, String words, String by) {
    int at = text.indexOf(words);
    String result = text;
    while (at >= 0) {
      int end = at + words.length();
      boolean whole =
          !Character.isLetter(result.charAt(at - 1)) && !Character.isLetter(result.charAt(end));
      if (whole) {
        result = result.substring(0, at) + by + result.substring(end);
      }
      at = result.indexOf(words, at + (whole ? by.length() : 1));
    }
    return result;
  }

  private void side(String word, int side) {
    sides.computeIfAbsent(word, any -> new HashSet<>()).add(side);
    sides.computeIfAbsent("~" + stem(word), any -> new HashSet<>()).add(side);
  }
}
