package org.healthassistant.assistant.answer.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The words of one language that say little by themselves, its numbers in words, and its stems.
public final class WordLists {

  public static final WordLists ENGLISH = new WordLists(GroundingData.BUILT_IN.en(), false);
  public static final WordLists SPANISH = new WordLists(GroundingData.BUILT_IN.es(), true);

  private final boolean spanish;
  private final Set<String> stop;
  private final Set<String> light;
  private final Map<String, String> numbers;
  private final Map<String, String> units = new HashMap<>();

  private WordLists(GroundingData.Language data, boolean spanish) {
    this.spanish = spanish;
    this.stop = Set.copyOf(new HashSet<>(data.stop()));
    this.light = data.light().stream().map(this::stem).collect(Collectors.toUnmodifiableSet());
    this.numbers = Map.copyOf(data.numbers());
    GroundingData.BUILT_IN
        .units()
        .forEach((unit, words) -> words.forEach(word -> units.put(word, unit)));
  }

  /// The lists of the language a text is written in, by its function words; English when unclear.
  public static WordLists detect(List<String> parts) {
    long english = parts.stream().filter(ENGLISH::isStop).count();
    long spanish = parts.stream().filter(SPANISH::isStop).count();
    return spanish > english ? SPANISH : ENGLISH;
  }

  /// The stem of a folded word; never empty.
  public String stem(String word) {
    return TextNormalizer.stem(word, spanish);
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

  /// The number that a folded word stands for, with its unit where the word holds one (`2 time` for
  /// `twice`); null when it is no number.
  @Nullable
  public String number(String word) {
    return numbers.get(word);
  }

  /// Whether a folded word stands for a number.
  public boolean isNumberWord(String word) {
    return numbers.containsKey(word);
  }

  /// The one name of a unit that a folded word stands for (`mg` for `milligrams`); null when it is
  /// no unit.
  @Nullable
  public String unit(String word) {
    return units.get(word);
  }
}
