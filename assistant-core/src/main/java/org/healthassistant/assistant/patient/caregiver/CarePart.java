package org.healthassistant.assistant.patient.caregiver;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a patient lets a caregiver see, each by itself.
public enum CarePart {
  /// Conditions, and operations and the like.
  CONDITIONS,
  /// Medicines and what was handed out.
  MEDICINES,
  /// Allergies and intolerances.
  ALLERGIES,
  /// Laboratory values, vital signs, what devices measured, vaccines.
  RESULTS,
  /// Visits to come and visits that were.
  APPOINTMENTS,
  /// Goals, plans, the care team, documents, what is due.
  CARE,
  /// The patient's own conversations, whatever they are about.
  MESSAGES,
  /// What is marked or known as sensitive, of the parts that are given besides.
  SENSITIVE;

  /// The word of the API: `medicines`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The part of that word, or empty.
  public static Optional<CarePart> of(String code) {
    return Arrays.stream(values()).filter(part -> part.code().equals(code)).findFirst();
  }

  /// Parts as they are kept: their words in their order, with blanks between.
  static String join(Collection<CarePart> parts) {
    return parts.stream().sorted().map(CarePart::code).collect(Collectors.joining(" "));
  }

  /// Parts as they were kept; a word that is not known is none.
  static Set<CarePart> split(String kept) {
    Set<CarePart> parts = EnumSet.noneOf(CarePart.class);
    for (String word : kept.split(" ")) {
      of(word).ifPresent(parts::add);
    }
    return parts;
  }
}
