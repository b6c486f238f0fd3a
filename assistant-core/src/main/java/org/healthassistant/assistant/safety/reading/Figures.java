package org.healthassistant.assistant.safety.reading;

import java.util.OptionalDouble;

/// Reads one word written in figures, with a point or a comma for the fraction or the thousands.
final class Figures {

  private static final int LONGEST = 12;
  private static final int THOUSANDS = 3;

  private Figures() {}

  /// The value; empty for a time, a date, a version and whatever else is not one plain number.
  static OptionalDouble value(String form) {
    int mark = -1;
    boolean sound = !form.isEmpty() && form.length() <= LONGEST;
    for (int at = 0; sound && at < form.length(); at++) {
      char sign = form.charAt(at);
      if (sign == '.' || sign == ',') {
        sound = mark < 0 && at > 0 && at < form.length() - 1;
        mark = at;
      } else {
        sound = sign >= '0' && sign <= '9';
      }
    }
    if (!sound) {
      return OptionalDouble.empty();
    }
    if (mark < 0) {
      return OptionalDouble.of(Double.parseDouble(form));
    }
    var whole = form.substring(0, mark);
    var rest = form.substring(mark + 1);
    boolean thousands = rest.length() == THOUSANDS && !whole.startsWith("0");
    return OptionalDouble.of(Double.parseDouble(thousands ? whole + rest : whole + "." + rest));
  }

  static boolean hasFraction(String form) {
    int mark = Math.max(form.indexOf('.'), form.indexOf(','));
    return mark > 0 && form.length() - mark - 1 != THOUSANDS;
  }
}
