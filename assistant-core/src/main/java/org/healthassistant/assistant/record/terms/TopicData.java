package org.healthassistant.assistant.record.terms;

import java.util.List;
import java.util.Map;
import org.healthassistant.connector.record.Code;
import org.healthassistant.connector.record.Entry;
import org.jspecify.annotations.Nullable;

/// Which record items matter for which topic (`record/topics.yaml`).
public record TopicData(
    Map<String, List<String>> topics,
    Map<String, Measure> measures,
    Map<String, MedicineClass> medicines,
    Map<String, List<Named>> allergies,
    Map<String, List<Named>> conditions) {

  public static final TopicData BUILT_IN = RecordData.read("topics.yaml", TopicData.class);

  /// Something measured: its codes and what it is called in each language.
  public record Measure(List<String> loinc, String en, String es) {

    public boolean matches(Entry entry) {
      return loinc.stream().anyMatch(code -> entry.is(Code.loinc(code)));
    }

    public String name(String language) {
      return language.equals("es") ? es : en;
    }
  }

  /// A class of medicines, what it is called, and its members.
  public record MedicineClass(String en, String es, List<Named> names) {

    public String name(String language) {
      return language.equals("es") ? es : en;
    }
  }

  /// A substance or condition as it is found in a record and told to a patient.
  public record Named(
      List<String> words,
      @Nullable List<String> rxnorm,
      @Nullable List<String> snomed,
      String en,
      String es) {

    public boolean matches(Entry entry, String... texts) {
      if (coded(entry, Code.RXNORM, rxnorm) || coded(entry, Code.SNOMED, snomed)) {
        return true;
      }
      String folded = RecordData.folded(entry.label() + " " + String.join(" ", texts));
      return words.stream().anyMatch(word -> RecordData.contains(folded, word));
    }

    public String name(String language) {
      return language.equals("es") ? es : en;
    }

    private static boolean coded(Entry entry, String system, @Nullable List<String> codes) {
      return codes != null && codes.stream().anyMatch(c -> entry.is(new Code(system, c)));
    }
  }
}
