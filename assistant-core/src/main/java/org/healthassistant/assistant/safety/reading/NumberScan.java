package org.healthassistant.assistant.safety.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.healthassistant.assistant.safety.text.AnnotatedText;
import org.jspecify.annotations.Nullable;

/// Finds the numbers of a text, in one pass.
///
/// Two figures at either side of a stroke are a pair, and so are two numbers that a word like
/// `over` or `con` joins. Three and more figures strung together are a telephone number or a date
/// when one has four digits, and are left out.
final class NumberScan {

  private static final int HUNDRED = 100;
  private static final int LONGEST_PART = 4;

  /// Figures looked at to tell a telephone number or a date.
  private static final int LONGEST_STRING = 6;

  /// Two numbers side by side are a pair when the first may be an upper blood pressure and the
  /// second a lower one.
  private static final int LOWEST_UPPER = 60;

  private static final int LOWEST_LOWER = 30;

  private final AnnotatedText text;
  private final Map<String, Double> words;
  private final Set<String> joiners;

  /// @param words number words with their values, folded
  /// @param joiners words that make a pair of two numbers, folded
  NumberScan(AnnotatedText text, Map<String, Double> words, Set<String> joiners) {
    this.text = text;
    this.words = words;
    this.joiners = joiners;
  }

  List<WrittenNumber> numbers() {
    var single = new ArrayList<WrittenNumber>();
    for (int at = 0; at < text.size(); ) {
      int strung = strungTogether(at);
      var number = strung > 0 ? null : numberAt(at);
      if (number != null) {
        single.add(number);
      }
      at = number != null ? number.end() : at + Math.max(1, strung);
    }
    return paired(single);
  }

  /// How many figures that follow each other from a word on are a telephone number or a date:
  /// three or more, one of them of four digits; 0 when they are not.
  private int strungTogether(int from) {
    int at = from;
    boolean date = false;
    while (at < Math.min(text.size(), from + LONGEST_STRING)
        && digits(at)
        && (at == from || (text.start(at) - text.end(at - 1) == 1 && text.pause(at) == 0))) {
      date |= text.form(at).length() == LONGEST_PART;
      at++;
    }
    return date && at - from > 2 ? at - from : 0;
  }

  private boolean digits(int word) {
    return Character.isDigit(text.form(word).charAt(0));
  }

  private @Nullable WrittenNumber numberAt(int at) {
    return digits(at) ? figures(at) : spoken(at);
  }

  private @Nullable WrittenNumber figures(int at) {
    var form = text.form(at);
    int stroke = form.indexOf('/');
    var head = Figures.value(stroke < 0 ? form : form.substring(0, stroke));
    if (head.isEmpty()) {
      return null;
    }
    boolean decimal = Figures.hasFraction(form);
    if (stroke >= 0) {
      var tail = Figures.value(form.substring(stroke + 1));
      return tail.isEmpty()
          ? null
          : new WrittenNumber(head.getAsDouble(), tail.getAsDouble(), true, decimal, at, at + 1);
    }
    boolean thousands = at + 1 < text.size() && text.form(at + 1).equals("k");
    double value = head.getAsDouble() * (thousands ? 1000 : 1);
    return withHalf(new WrittenNumber(value, 0, true, decimal, at, at + 1));
  }

  /// A number in words: `one eighty`, `four hundred and twelve`, `cuatrocientos doce`.
  private @Nullable WrittenNumber spoken(int from) {
    double value = -1;
    int end = from;
    for (int at = from; at < text.size() && (at == from || text.pause(at) == 0); at++) {
      var next = words.get(text.form(at));
      if (next == null) {
        if (at == from || !isAnd(at) || at > end) {
          break;
        }
        continue;
      }
      double more = value < 0 ? next : joined(value, next, at > end);
      if (more < 0) {
        break;
      }
      value = more;
      end = at + 1;
    }
    return value < 0 ? null : withHalf(new WrittenNumber(value, 0, false, false, from, end));
  }

  private boolean isAnd(int at) {
    return text.form(at).equals("and") || text.form(at).equals("y");
  }

  /// What two number words are together; negative when the second begins a number of its own.
  private static double joined(double value, double next, boolean and) {
    boolean hundreds = value >= 1 && value < 10;
    if (hundreds && (next == HUNDRED || next == 0)) {
      return value * HUNDRED;
    }
    if (next < 10 && value >= 20 && value % 10 == 0) {
      return value + next;
    }
    if (next < HUNDRED && value >= HUNDRED && value % HUNDRED == 0) {
      return value + next;
    }
    if (!and && hundreds && next >= 10 && next < HUNDRED) {
      return value * HUNDRED + next;
    }
    return -1;
  }

  /// `thirty nine and a half`, `treinta y nueve y medio`, `one oh three point five`.
  private WrittenNumber withHalf(WrittenNumber number) {
    int at = number.end();
    boolean half = follows(at, "y", "medio") || follows(at, "and", "a", "half");
    if (half) {
      int length = text.form(at).equals("y") ? 2 : 3;
      return new WrittenNumber(
          number.value() + 0.5, 0, number.figures(), true, number.first(), at + length);
    }
    boolean point = follows(at, "point") || follows(at, "punto") || follows(at, "coma");
    if (point && at + 1 < text.size() && !number.decimal()) {
      var digit = words.get(text.form(at + 1));
      if (digit != null && digit < 10) {
        return new WrittenNumber(
            number.value() + digit / 10, 0, number.figures(), true, number.first(), at + 2);
      }
    }
    return number;
  }

  private boolean follows(int from, String... forms) {
    for (int part = 0; part < forms.length; part++) {
      int at = from + part;
      if (at >= text.size() || text.pause(at) > 0 || !text.form(at).equals(forms[part])) {
        return false;
      }
    }
    return true;
  }

  private List<WrittenNumber> paired(List<WrittenNumber> single) {
    var numbers = new ArrayList<WrittenNumber>();
    for (int at = 0; at < single.size(); at++) {
      var one = single.get(at);
      var other = at + 1 < single.size() ? single.get(at + 1) : null;
      if (other != null && joins(one, other)) {
        numbers.add(one.with(other));
        at++;
      } else {
        numbers.add(one);
      }
    }
    return numbers;
  }

  private boolean joins(WrittenNumber one, WrittenNumber other) {
    if (one.isPair() || other.isPair() || text.pause(other.first()) > 0) {
      return false;
    }
    boolean beside = other.first() == one.end()
        && one.value() >= LOWEST_UPPER
        && other.value() >= LOWEST_LOWER
        && other.value() < one.value();
    boolean word = other.first() == one.end() + 1
        && text.pause(one.end()) == 0
        && joiners.contains(text.form(one.end()));
    return beside || word;
  }
}
