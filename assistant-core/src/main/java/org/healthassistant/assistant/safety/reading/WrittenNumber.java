package org.healthassistant.assistant.safety.reading;

/// A number in a text, in figures or in words.
///
/// @param value what it says
/// @param second the other half of a pair such as `188/124`; 0 when it is no pair
/// @param figures whether it was written in figures
/// @param decimal whether it was written with a fraction
/// @param first its first word
/// @param end the word just behind its last
record WrittenNumber(
    double value, double second, boolean figures, boolean decimal, int first, int end) {

  boolean isPair() {
    return second > 0;
  }

  boolean isWhole() {
    return !isPair() && value == Math.rint(value);
  }

  WrittenNumber with(WrittenNumber other) {
    return new WrittenNumber(value, other.value, figures, decimal, first, other.end);
  }

  @Override
  public String toString() {
    return "WrittenNumber[" + first + ".." + end + ", REDACTED]";
  }
}
