package org.healthassistant.assistant.record.terms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.healthassistant.assistant.record.terms.MeasureData.Measure;
import org.healthassistant.connector.record.Code;
import org.healthassistant.connector.record.Entry;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.Nullable;

/// Which record items matter for which topic (`record/topics.yaml`).
///
/// @param topics the items by topic, the most telling first
/// @param measures things measured, by name (`record/measures.yaml`)
/// @param medicines classes of medicines, by name
/// @param allergies substances, by name
/// @param conditions conditions, by name
public record TopicData(
    Map<String, List<ItemReference>> topics,
    Map<String, Measure> measures,
    Map<String, MedicineClass> medicines,
    Map<String, List<Named>> allergies,
    Map<String, List<Named>> conditions) {

  /// Checks that every reference leads to something.
  ///
  /// @throws IllegalArgumentException if some do not; names all of them
  public TopicData {
    List<String> unknown = new ArrayList<>();
    topics.forEach((topic, references) -> references.forEach(reference -> {
      Set<String> known = switch (reference.kind()) {
        case MEASURE -> measures.keySet();
        case MEDICINE -> medicines.keySet();
        case ALLERGY -> allergies.keySet();
        case CONDITION -> conditions.keySet();
      };
      if (!known.contains(reference.name())) {
        unknown.add(topic + " -> " + reference);
      }
    }));
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException("topics.yaml refers to what it does not hold: " + unknown);
    }
  }

  /// The topics that ship with the product.
  public static TopicData builtIn() {
    File file = RecordData.read("topics.yaml", File.class);
    return new TopicData(
        file.topics(),
        MeasureData.builtIn().measures(),
        file.medicines(),
        file.allergies(),
        file.conditions());
  }

  /// The measure that a LOINC code belongs to; empty when none has it.
  public Optional<Measure> measureOf(String loinc) {
    return measures.values().stream()
        .filter(measure -> measure.loinc().contains(loinc))
        .findFirst();
  }

  private record File(
      Map<String, List<ItemReference>> topics,
      Map<String, MedicineClass> medicines,
      Map<String, List<Named>> allergies,
      Map<String, List<Named>> conditions) {}

  /// A class of medicines, what it is called, and its members.
  public record MedicineClass(Map<Language, String> name, List<Named> names) {

    /// What it is called in a language.
    public String name(Language language) {
      return language.pick(name);
    }
  }

  /// A substance or condition as it is found in a record and told to a patient.
  public record Named(
      List<String> words,
      @Nullable List<String> rxnorm,
      @Nullable List<String> snomed,
      Map<Language, String> name) {

    /// Whether an entry is of it, by code, else by the words of its label or of other texts.
    public boolean matches(Entry entry, String... texts) {
      if (coded(entry, Code.RXNORM, rxnorm) || coded(entry, Code.SNOMED, snomed)) {
        return true;
      }
      String folded = RecordData.folded(entry.label() + " " + String.join(" ", texts));
      return words.stream().anyMatch(word -> RecordData.contains(folded, word));
    }

    /// What it is called in a language.
    public String name(Language language) {
      return language.pick(name);
    }

    private static boolean coded(Entry entry, String system, @Nullable List<String> codes) {
      return codes != null && codes.stream().anyMatch(c -> entry.is(new Code(system, c)));
    }
  }
}
