package org.healthassistant.connector.record;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who the record is about.
///
/// @param id the patient's id in the source, unique among the records read together
/// @param name for people
/// @param birthDate may be partial; null if not told
/// @param gender `female`, `male`, `other` or `unknown`
/// @param language the two-letter code of the language the patient prefers, such as `en` or `es`;
/// null if not told
/// @param phones the patient's own numbers, preferred ones first; may be empty
/// @param address on one line; null if not told
/// @param emergencyContact null if not told
public record Person(
    String id,
    String name,
    @Nullable PartialDate birthDate,
    String gender,
    @Nullable String language,
    List<Phone> phones,
    @Nullable String address,
    @Nullable EmergencyContact emergencyContact) {

  /// Checks the id and copies the phones.
  public Person {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a patient must have an id");
    }
    phones = List.copyOf(phones);
  }

  /// The age in whole years on a day, or null if the birth date is not known or lies after that
  /// day.
  ///
  /// Of a partial birth date the first possible day counts, so that the age is never below the
  /// true one.
  public @Nullable Integer ageOn(LocalDate day) {
    if (birthDate == null || birthDate.earliest().isAfter(day)) {
      return null;
    }
    return Period.between(birthDate.earliest(), day).getYears();
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
