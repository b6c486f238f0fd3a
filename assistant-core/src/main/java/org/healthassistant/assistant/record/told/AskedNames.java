package org.healthassistant.assistant.record.told;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.healthassistant.assistant.record.terms.LayNames;
import org.healthassistant.assistant.record.terms.MeasureData;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.Nullable;

/// The words by which messages name what a record can hold, for whoever reads messages.
public final class AskedNames {

  private AskedNames() {}

  /// A measure or several that are asked for together.
  ///
  /// @param words folded, of every language
  /// @param measures their names
  public record Asked(List<String> words, List<String> measures) {

    /// Copies both.
    public Asked {
      words = List.copyOf(words);
      measures = List.copyOf(measures);
    }
  }

  /// All measures and groups of them, by their own names.
  public static Map<String, Asked> measures() {
    Map<String, Asked> all = new LinkedHashMap<>();
    MeasureData data = MeasureData.builtIn();
    data.measures()
        .forEach(
            (name, measure) -> all.put(name, new Asked(words(measure.asked()), List.of(name))));
    data.groups()
        .forEach((name, group) ->
            all.put("group " + name, new Asked(words(group.asked()), group.measures())));
    return all;
  }

  /// Whether a folded text names a measure by one of its own names; not by that of a group.
  ///
  /// @param loinc one of its codes; false for one that is not known by name
  public static boolean namesMeasure(String folded, String loinc) {
    return MeasureData.builtIn()
        .measureOf(loinc)
        .map(measure -> words(measure.asked()))
        .filter(words -> words.stream().anyMatch(word -> folded.contains(" " + word + " ")))
        .isPresent();
  }

  /// Whether a folded message names a class of medicines by an everyday name.
  public static boolean namesMedicine(String folded) {
    return LayNames.in(LayNames.builtIn().medicines(), folded).isPresent();
  }

  /// Whether it names a condition by an everyday name.
  public static boolean namesCondition(String folded) {
    return LayNames.in(LayNames.builtIn().conditions(), folded).isPresent();
  }

  /// Whether it names a condition by a name of several words, such as "high blood pressure".
  public static boolean namesHighOrLow(String folded) {
    return LayNames.in(LayNames.builtIn().conditions(), folded)
        .filter(name -> name.asked().values().stream()
            .flatMap(Collection::stream)
            .anyMatch(word -> word.indexOf(' ') > 0 && folded.contains(" " + word + " ")))
        .isPresent();
  }

  /// Whether it names something that one can be allergic to by an everyday name.
  public static boolean namesAllergen(String folded) {
    return LayNames.in(LayNames.builtIn().allergies(), folded).isPresent();
  }

  /// Whether it names a vaccine by what it is against.
  public static boolean namesVaccine(String folded) {
    return LayNames.in(LayNames.builtIn().vaccines(), folded).isPresent();
  }

  private static List<String> words(@Nullable Map<Language, List<String>> asked) {
    List<String> all = new ArrayList<>();
    Optional.ofNullable(asked)
        .ifPresent(words -> words.values().stream().flatMap(Collection::stream).forEach(all::add));
    return all;
  }
}
