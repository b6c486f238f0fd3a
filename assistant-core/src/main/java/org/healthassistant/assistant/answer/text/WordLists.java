package org.healthassistant.assistant.answer.text;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.Nullable;

/// The words of one language that say little by themselves, its numbers in words, and its stems.
public final class WordLists {

  private static final Map<Language, WordLists> ALL = Language.each(WordLists::new);

  private final Language language;
  private final Set<String> stop;
  private final Set<String> light;
  private final Map<String, String> numbers;
  private final Map<String, String> units = new HashMap<>();

  private WordLists(Language language) {
    GroundingData.Lists data = language.pick(GroundingData.BUILT_IN.languages());
    this.language = language;
    this.stop = Set.copyOf(new HashSet<>(data.stop()));
    this.light = data.light().stream().map(this::stem).collect(Collectors.toUnmodifiableSet());
    this.numbers = Map.copyOf(data.numbers());
    GroundingData.BUILT_IN
        .units()
        .forEach((unit, words) -> words.forEach(word -> units.put(word, unit)));
  }

  /// The lists of a language.
  public static WordLists of(Language language) {
    return language.pick(ALL);
  }

  /// The lists of every language.
  public static Collection<WordLists> all() {
    return ALL.values();
  }

  /// The lists of the language a text is written in, by its function words; those of the
  /// fallback when it is as strong as another.
  public static WordLists detect(List<String> parts) {
    WordLists best = of(Language.FALLBACK);
    long most = parts.stream().filter(best::isStop).count();
    for (Language language : Language.values()) {
      WordLists lists = of(language);
      long count = parts.stream().filter(lists::isStop).count();
      if (count > most) {
        best = lists;
        most = count;
      }
    }
    return best;
  }

  /// The language of these lists.
  public Language language() {
    return language;
  }

  /// The stem of a folded word; never empty.
  public String stem(String word) {
    return TextNormalizer.stem(word, language);
  }

  /// Whether a folded word is a function word, such as `the`.
  public boolean isStop(String word) {
    return stop.contains(word);
  }

  /// Whether a folded word carries little, such as `helps`, by its stem.
  public boolean isLight(String word) {
    return light.contains(stem(word));
  }

  /// The stems that carry little.
  public Set<String> lightStems() {
    return light;
  }

  /// The number that a folded word stands for, with its unit where the word holds one (`2 time`
  /// for `twice`); null when it is no number.
  @Nullable
  public String number(String word) {
    return numbers.get(word);
  }

  /// Whether a folded word stands for a number.
  public boolean isNumberWord(String word) {
    return numbers.containsKey(word);
  }

  /// The one name of a unit that a folded word stands for (`mg` for `milligrams`); null when it
  /// is no unit.
  @Nullable
  public String unit(String word) {
    return units.get(word);
  }
}
