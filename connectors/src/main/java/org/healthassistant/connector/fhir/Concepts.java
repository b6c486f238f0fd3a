package org.healthassistant.connector.fhir;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.healthassistant.connector.record.Code;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.jspecify.annotations.Nullable;

/// Names and codes of a coded concept.
final class Concepts {
  /// The International Patient Summary's code system for saying that there is nothing, or that
  /// nothing is known.
  static final String IPS_ABSENT = "http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips";

  private Concepts() {}

  /// The concept's codes in the source's order; empty if it is text only.
  static List<Code> codes(CodeableConcept concept) {
    return concept.getCoding().stream()
        .filter(coding -> !isBlank(coding.getCode()))
        .map(coding -> new Code(orEmpty(coding.getSystem()), coding.getCode()))
        .distinct()
        .toList();
  }

  /// The concept's name: its text, or else the first display, or else the first code.
  ///
  /// @throws UnreadableException if it has none of these
  static String label(CodeableConcept... concepts) {
    for (CodeableConcept concept : concepts) {
      String name = name(concept);
      if (name != null) {
        return name;
      }
    }
    throw new UnreadableException(
        "the entry has neither a code nor a text that says what it is", "add one in the source");
  }

  /// The concept's name, or null if it has none.
  static @Nullable String name(CodeableConcept concept) {
    return Stream.concat(
            Stream.of(orEmpty(concept.getText())),
            Stream.concat(
                concept.getCoding().stream().map(coding -> orEmpty(coding.getDisplay())),
                concept.getCoding().stream().map(coding -> orEmpty(coding.getCode()))))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse(null);
  }

  /// The concept's codes, or else its text, in small letters: what a status is read from.
  static Stream<String> words(CodeableConcept concept) {
    return Stream.concat(
            codes(concept).stream().map(Code::code),
            Stream.of(orEmpty(concept.getText()).strip()))
        .map(word -> word.toLowerCase(Locale.ROOT));
  }

  /// The first code of the concept, or the given word if it has none.
  static String firstCode(CodeableConcept concept, String absent) {
    return codes(concept).stream().map(Code::code).findFirst().orElse(absent);
  }

  /// Whether the concept has one of the codes, whatever the system and the case.
  static boolean hasAny(CodeableConcept concept, Set<String> wanted) {
    return words(concept).anyMatch(wanted::contains);
  }

  /// Whether the concept says that there is nothing to list, or that nothing is known of it.
  static boolean saysNothing(CodeableConcept concept) {
    return codes(concept).stream().anyMatch(code -> code.system().equals(IPS_ABSENT));
  }

  static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  static @Nullable String orNull(@Nullable String text) {
    return isBlank(text) ? null : text;
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }
}
