package org.healthassistant.connector.fhir;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.healthassistant.connector.record.Allergy;
import org.healthassistant.connector.record.Allergy.Kind;
import org.healthassistant.connector.record.Code;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.AllergyIntolerance.AllergyIntoleranceCategory;
import org.hl7.fhir.r4.model.AllergyIntolerance.AllergyIntoleranceReactionComponent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumeration;
import org.jspecify.annotations.Nullable;

/// Reads an allergy; what is refuted or entered in error, and "no information", is none.
final class AllergyReader {
  private static final Set<String> NOT_HELD = Set.of("refuted", "entered-in-error");
  private static final Set<String> OVER = Set.of("inactive", "resolved");

  private static final String NO_INFORMATION = "no-allergy-info";

  private AllergyReader() {}

  static @Nullable Allergy read(String source, AllergyIntolerance read, Dates dates) {
    if (Concepts.hasAny(read.getVerificationStatus(), NOT_HELD)
        || Concepts.hasAny(read.getCode(), Set.of(NO_INFORMATION))) {
      return null;
    }
    List<CodeableConcept> substances = read.getReaction().stream()
        .map(AllergyIntoleranceReactionComponent::getSubstance)
        .filter(substance -> Concepts.name(substance) != null)
        .toList();
    CodeableConcept substance = substances.isEmpty() ? read.getCode() : substances.getFirst();
    Optional<Set<Kind>> none = NoneKnown.kinds(read.getCode());
    return new Allergy(
        source,
        codes(read.getCode(), substances),
        Concepts.label(read.getCode(), substance),
        Concepts.label(substance),
        read.getCriticality() == null ? null : read.getCriticality().toCode(),
        reaction(read),
        none.isPresent(),
        !Concepts.hasAny(read.getClinicalStatus(), OVER),
        dates.firstOf(read.getOnset(), read.getRecordedDateElement()),
        ConditionReader.verification(read.getVerificationStatus()),
        none.orElseGet(() -> kinds(read.getCategory())));
  }

  private static Set<Kind> kinds(List<Enumeration<AllergyIntoleranceCategory>> categories) {
    return categories.stream()
        .map(Enumeration::getValue)
        .filter(Objects::nonNull)
        .flatMap(category -> switch (category) {
          case FOOD -> Stream.of(Kind.FOOD);
          case MEDICATION, BIOLOGIC -> Stream.of(Kind.MEDICINE);
          case ENVIRONMENT -> Stream.of(Kind.ENVIRONMENT);
          case NULL -> Stream.<Kind>empty();
        })
        .collect(Collectors.toSet());
  }

  private static List<Code> codes(CodeableConcept code, List<CodeableConcept> substances) {
    return Stream.concat(Stream.of(code), substances.stream())
        .flatMap(concept -> Concepts.codes(concept).stream())
        .distinct()
        .toList();
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

  /// Tells of an allergy's code whether it says that none is known, and of what kind none is.
  private static final class NoneKnown {
    /// SNOMED CT and the International Patient Summary; the kind of which none is known, or all.
    private static final Map<String, Set<Kind>> CODES = Map.ofEntries(
        Map.entry("716186003", Set.of()),
        Map.entry("160244002", Set.of()),
        Map.entry("no-known-allergies", Set.of()),
        Map.entry("409137002", Set.of(Kind.MEDICINE)),
        Map.entry("no-known-medication-allergies", Set.of(Kind.MEDICINE)),
        Map.entry("429625007", Set.of(Kind.FOOD)),
        Map.entry("no-known-food-allergies", Set.of(Kind.FOOD)),
        Map.entry("428607008", Set.of(Kind.ENVIRONMENT)),
        Map.entry("428197003", Set.of(Kind.ENVIRONMENT)),
        Map.entry("no-known-environmental-allergies", Set.of(Kind.ENVIRONMENT)),
        Map.entry("1003774007", Set.of(Kind.LATEX)));

    /// What clinicians write instead of a code.
    private static final Pattern WORDS =
        Pattern.compile("n ?k ?a|n ?k ?d ?a|n ?k ?f ?a|nil( known)?|none|none known|no"
            + " allerg(y|ies)|(patient )?den(ies|ied)( any| all| having)?( \\w+){0,3}"
            + " allerg(y|ies)|(nil|no|not) (\\w+ ){0,2}(known|documented|recorded|reported)("
            + " \\w+){0,3} (allerg(y|ies|ens?)|hypersensitivity|intolerances?|adverse reactions?)("
            + " to (foods?|drugs?|medications?|medicines?|latex))?|(no|sin|niega)( (se"
            + " conocen?|tiene|hay|presenta|refiere))?( \\w+){0,2} alergias?("
            + " \\w+){0,4}|ningun[ao]?( alergia)?( conocida)?|nkma|alergias?( (a|al|de) \\w+)?("
            + " \\w+)? (no (conocidas?|referidas?|refiere)|negadas?|ningun[ao]?)|allerg(y|ies)"
            + " (none|nil|denied|not known)( known| reported)?");

    private static final Pattern MEDICINE = Pattern.compile(
        "n ?k ?d"
            + " ?a|nkma|.*\\b(drugs?|medications?|medicines?|medicamentos?|medicamentosas?|farmacos?|medicinas?)\\b.*");
    private static final Pattern FOOD =
        Pattern.compile("n ?k ?f ?a|.*\\b(foods?|alimentos?|alimentarias?|alimenticias?)\\b.*");
    private static final Pattern ENVIRONMENT =
        Pattern.compile(".*\\b(environment(al)?|ambientales|ambiental|ambiente|seasonal)\\b.*");
    private static final Pattern LATEX = Pattern.compile(".*\\blatex\\b.*");

    private NoneKnown() {}

    /// The kind of which none is known, the empty set for "no allergy at all"; empty if the
    /// code is about a real allergy. Codes are believed first, then the words.
    static Optional<Set<Kind>> kinds(CodeableConcept code) {
      Optional<Set<Kind>> coded = Concepts.codes(code).stream()
          .map(Code::code)
          .filter(CODES::containsKey)
          .findFirst()
          .map(CODES::get);
      if (coded.isPresent()) {
        return coded;
      }
      if (Concepts.saysNothing(code)) {
        return Optional.of(Set.of());
      }
      String text = Concepts.orEmpty(Concepts.name(code));
      return ofWords(text)
          .or(() -> code.getCoding().stream()
              .map(Coding::getDisplay)
              .flatMap(display -> ofWords(Concepts.orEmpty(display)).stream())
              .findFirst());
    }

    private static Optional<Set<Kind>> ofWords(String text) {
      String plain = Normalizer.normalize(text, Normalizer.Form.NFD)
          .replaceAll("\\p{M}", "")
          .toLowerCase(Locale.ROOT)
          .replaceAll("\\((situation|finding|disorder)\\)", " ")
          .replaceAll("[^a-z0-9]+", " ")
          .strip();
      return WORDS.matcher(plain).matches() ? Optional.of(kindsNamed(plain)) : Optional.empty();
    }

    private static Set<Kind> kindsNamed(String plain) {
      var kinds = new java.util.HashSet<Kind>();
      Map.of(
              Kind.MEDICINE, MEDICINE,
              Kind.FOOD, FOOD,
              Kind.ENVIRONMENT, ENVIRONMENT,
              Kind.LATEX, LATEX)
          .forEach((kind, words) -> {
            if (words.matcher(plain).matches()) {
              kinds.add(kind);
            }
          });
      return Set.copyOf(kinds);
    }
  }
}
