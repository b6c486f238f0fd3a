package org.healthassistant.connector.fhir;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.healthassistant.connector.record.Allergy;
import org.healthassistant.connector.record.Code;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.AllergyIntolerance.AllergyIntoleranceReactionComponent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.jspecify.annotations.Nullable;

/// Reads an allergy; what is refuted or entered in error, and "no information", is none.
final class AllergyReader {
  private static final Set<String> NOT_HELD = Set.of("refuted", "entered-in-error");
  private static final Set<String> OVER = Set.of("inactive", "resolved");

  /// SNOMED CT: no known allergy, drug allergy, food allergy, environmental allergy, latex
  /// allergy.
  private static final Set<String> NONE_KNOWN =
      Set.of("716186003", "409137002", "429625007", "428607008", "1003774007");

  private static final String NO_INFORMATION = "no-allergy-info";

  private AllergyReader() {}

  static @Nullable Allergy read(String source, AllergyIntolerance read) {
    if (Concepts.hasAny(read.getVerificationStatus(), NOT_HELD)
        || Concepts.hasAny(read.getCode(), Set.of(NO_INFORMATION))) {
      return null;
    }
    List<CodeableConcept> substances = read.getReaction().stream()
        .map(AllergyIntoleranceReactionComponent::getSubstance)
        .filter(substance -> Concepts.name(substance) != null)
        .toList();
    CodeableConcept substance = substances.isEmpty() ? read.getCode() : substances.getFirst();
    return new Allergy(
        source,
        codes(read.getCode(), substances),
        Concepts.label(read.getCode(), substance),
        Concepts.label(substance),
        read.getCriticality() == null ? null : read.getCriticality().toCode(),
        reaction(read),
        noneKnown(read.getCode()),
        !Concepts.hasAny(read.getClinicalStatus(), OVER),
        Dates.firstOf(read.getOnset(), read.getRecordedDateElement()));
  }

  private static List<Code> codes(CodeableConcept code, List<CodeableConcept> substances) {
    return Stream.concat(Stream.of(code), substances.stream())
        .flatMap(concept -> Concepts.codes(concept).stream())
        .distinct()
        .toList();
  }

  private static boolean noneKnown(CodeableConcept code) {
    return Concepts.hasAny(code, NONE_KNOWN) || Concepts.saysNothing(code);
  }

  private static @Nullable String reaction(AllergyIntolerance read) {
    String words = read.getReaction().stream()
        .map(AllergyReader::words)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("; "));
    return Concepts.orNull(words);
  }

  private static String words(AllergyIntoleranceReactionComponent reaction) {
    if (reaction.hasDescription()) {
      return reaction.getDescription();
    }
    return reaction.getManifestation().stream()
        .map(Concepts::name)
        .filter(name -> name != null)
        .collect(Collectors.joining(", "));
  }
}
