package org.healthassistant.assistant.record.terms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.healthassistant.connector.record.Code;
import org.healthassistant.connector.record.Entry;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.Nullable;

/// What is measured, what it is called and how people ask for it (`record/measures.yaml`).
///
/// @param measures things measured, by name
/// @param groups measures that are asked for together, by name
public record MeasureData(Map<String, Measure> measures, Map<String, Group> groups) {

  private static final MeasureData BUILT_IN = RecordData.read("measures.yaml", MeasureData.class);

  /// Checks that groups name measures.
  ///
  /// @throws IllegalArgumentException if one does not; names it
  public MeasureData {
    groups.values().stream()
        .flatMap(group -> group.measures().stream())
        .filter(name -> !measures.containsKey(name))
        .findFirst()
        .ifPresent(name -> {
          throw new IllegalArgumentException("measures.yaml groups what it does not hold: " + name);
        });
  }

  /// The measures that ship with the product.
  public static MeasureData builtIn() {
    return BUILT_IN;
  }

  /// The measure that a LOINC code belongs to; empty when none has it.
  public Optional<Measure> measureOf(String loinc) {
    return measures.values().stream()
        .filter(measure -> measure.loinc().contains(loinc))
        .findFirst();
  }

  /// Measures that are asked for together.
  ///
  /// @param measures their names, the most telling first
  /// @param asked words of a message that ask for them
  public record Group(List<String> measures, Map<Language, List<String>> asked) {}

  /// Something measured: its codes and what it is called in each language.
  ///
  /// @param last the name with the adjective that says that it is the last one
  /// @param plural true where the name is one of several things; null: it is not
  /// @param words whole names under which sources write it that give no code; null: none
  /// @param asked words of a message that ask for it; null: none
  /// @param family of units in which it may be given, of [Units]; null: one unit only
  public record Measure(
      List<String> loinc,
      Map<Language, String> name,
      Map<Language, String> last,
      @Nullable Boolean plural,
      @Nullable List<String> words,
      @Nullable Map<Language, List<String>> asked,
      @Nullable String family) {

    /// Whether an entry is a reading of it: by code, or by its name where it has no LOINC code.
    public boolean matches(Entry entry) {
      return loinc.stream().anyMatch(code -> entry.is(Code.loinc(code)))
          || (entry.codes().stream().noneMatch(code -> code.system().equals(Code.LOINC))
              && isNamed(entry));
    }

    /// Whether the name is one of several things.
    public boolean isPlural() {
      return Boolean.TRUE.equals(plural);
    }

    private boolean isNamed(Entry entry) {
      String label = RecordData.folded(entry.label());
      return words != null
          && words.stream().anyMatch(word -> label.equals(RecordData.folded(word)));
    }

    /// What it is called in a language.
    public String name(Language language) {
      return language.pick(name);
    }

    /// What its last reading is called in a language.
    public String last(Language language) {
      return language.pick(last);
    }
  }
}
