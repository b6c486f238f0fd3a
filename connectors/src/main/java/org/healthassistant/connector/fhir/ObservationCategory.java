package org.healthassistant.connector.fhir;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.healthassistant.connector.record.Code;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Observation;

/// Tells what an observation belongs to: `laboratory`, `vital-signs`, or the source's own word.
///
/// Sources write the category in many ways or not at all; then the class of its LOINC code counts
/// (`loinc-classes.txt`).
final class ObservationCategory {
  private static final String SYSTEM = "http://terminology.hl7.org/CodeSystem/observation-category";

  private static final Map<String, String> WORDS = Map.ofEntries(
      Map.entry("laboratory", "laboratory"),
      Map.entry("lab", "laboratory"),
      Map.entry("labs", "laboratory"),
      Map.entry("laboratorytest", "laboratory"),
      Map.entry("laboratoryresults", "laboratory"),
      Map.entry("ch", "laboratory"),
      Map.entry("hm", "laboratory"),
      Map.entry("mb", "laboratory"),
      Map.entry("sr", "laboratory"),
      Map.entry("vitalsigns", "vital-signs"),
      Map.entry("vitalsign", "vital-signs"),
      Map.entry("vitals", "vital-signs"),
      Map.entry("vs", "vital-signs"));

  private static final Map<String, String> CLASSES = classes();

  private ObservationCategory() {}

  /// The category; empty if neither the source nor the code tells it.
  static String find(Observation read) {
    List<CodeableConcept> categories = read.getCategory();
    List<Code> coded = categories.stream()
        .flatMap(concept -> Concepts.codes(concept).stream())
        .sorted((a, b) -> Boolean.compare(b.system().equals(SYSTEM), a.system().equals(SYSTEM)))
        .toList();
    return coded.stream()
        .map(code -> WORDS.get(plain(code.code())))
        .filter(Objects::nonNull)
        .findFirst()
        .or(() -> categories.stream()
            .map(Concepts::name)
            .map(name -> WORDS.get(plain(Concepts.orEmpty(name))))
            .filter(Objects::nonNull)
            .findFirst())
        .or(() -> Concepts.codes(read.getCode()).stream()
            .filter(code -> code.system().equals(Code.LOINC))
            .map(code -> CLASSES.get(code.code()))
            .filter(Objects::nonNull)
            .findFirst())
        .orElseGet(() -> coded.stream().map(Code::code).findFirst().orElse(""));
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
  }

  private static Map<String, String> classes() {
    try (InputStream in = ObservationCategory.class.getResourceAsStream("loinc-classes.txt")) {
      var read = new HashMap<String, String>();
      new String(
              Objects.requireNonNull(in, "loinc-classes.txt").readAllBytes(),
              StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split(":", 2))
          .forEach(parts -> {
            for (String code : parts[1].strip().split("\\s+")) {
              read.put(code, parts[0]);
            }
          });
      return Map.copyOf(read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
