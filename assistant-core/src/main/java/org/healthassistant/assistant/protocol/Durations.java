package org.healthassistant.assistant.protocol;

import java.util.List;
import java.util.OptionalDouble;

/// Reads how long something has lasted, in days: `3 days`, `since yesterday`, `dos semanas`.
final class Durations {

  private Durations() {}

  /// The longest time that is named; empty when none is.
  static OptionalDouble days(Words text, Cues.Numbers numbers) {
    double longest = -1;
    List<String> words = text.forms();
    for (int at = 0; at + 1 < words.size(); at++) {
      Double unit = numbers.units().get(words.get(at + 1));
      double count = count(words.get(at), numbers);
      if (unit != null && count > 0) {
        longest = Math.max(longest, count * unit);
      }
    }
    for (Cues.Ago ago : numbers.ago()) {
      if (text.find(ago.phrase(), 0) >= 0) {
        longest = Math.max(longest, ago.days());
      }
    }
    return longest < 0 ? OptionalDouble.empty() : OptionalDouble.of(longest);
  }

  private static double count(String word, Cues.Numbers numbers) {
    boolean digits = word.length() <= 4 && word.chars().allMatch(Character::isDigit);
    return digits ? Integer.parseInt(word) : numbers.choice().getOrDefault(word, 0);
  }
}
