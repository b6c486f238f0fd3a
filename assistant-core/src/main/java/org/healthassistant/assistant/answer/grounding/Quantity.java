package org.healthassistant.assistant.answer.grounding;

/// A number as a sentence uses it.
///
/// @param value its digits in one form: `1000` for `1,000`, `0.5` for `half`; a telephone
///     number or a pair such as `180/120` as written
/// @param unit what is counted, with what it is counted over (`tablet/day`); empty if not told
/// @param bound `<` for a most, `>` for a least, else empty
/// @param at which part of the sentence it is
record Quantity(String value, String unit, String bound, int at) {

  boolean sameAs(Quantity other) {
    return value.equals(other.value) && unit.equals(other.unit) && bound.equals(other.bound);
  }
}
