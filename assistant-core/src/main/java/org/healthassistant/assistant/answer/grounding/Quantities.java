package org.healthassistant.assistant.answer.grounding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.healthassistant.assistant.answer.text.TextNormalizer;

/// Reads the numbers of a sentence with their units, rates and bounds.
final class Quantities {

  /// How many parts before a number its bound is looked for.
  private static final int REACH = 4;

  private final List<String> parts;
  private final GroundingLexicon lexicon;
  private final List<Quantity> found = new ArrayList<>();

  private Quantities(List<String> parts, GroundingLexicon lexicon) {
    this.parts = parts;
    this.lexicon = lexicon;
  }

  /// The numbers of a sentence in order.
  static List<Quantity> of(List<String> parts, GroundingLexicon lexicon) {
    Quantities reading = new Quantities(parts, lexicon);
    for (int i = 0; i < parts.size(); i++) {
      reading.read(i);
    }
    return reading.found;
  }

  private void read(int at) {
    String part = parts.get(at);
    String word = lexicon.words.number(part);
    if (word != null) {
      String[] valueAndUnit = word.split(" ", 2);
      if (valueAndUnit.length == 2) {
        found.add(new Quantity(valueAndUnit[0], valueAndUnit[1] + rate(at + 1), bound(at), at));
      } else {
        add(word, at);
      }
    } else if (TextNormalizer.isNumber(part)) {
      for (String value : values(part)) {
        add(value, at);
      }
    }
  }

  private void add(String value, int at) {
    found.add(new Quantity(value, unit(at), bound(at), at));
  }

  /// `1,000` is 1000 and `7,9` is 7.9; `2-3` are two numbers; `2026-08-14` is a day, a month
  /// and a year; anything else with marks stays as it is.
  private static List<String> values(String part) {
    String[] hyphened = part.split("-");
    if (hyphened.length == 2 && hyphened[0].length() <= 3 && hyphened[1].length() <= 3) {
      return List.of(plain(hyphened[0]), plain(hyphened[1]));
    }
    if (hyphened.length == 3 && hyphened[0].length() == 4) {
      return List.of(plain(hyphened[0]), plain(hyphened[2]));
    }
    return List.of(plain(part));
  }

  private static String plain(String number) {
    String text = number;
    if (text.matches("\\d{1,3}(,\\d{3})+(\\.\\d+)?")) {
      text = text.replace(",", "");
    } else if (text.matches("\\d+,\\d+")) {
      text = text.replace(',', '.');
    }
    if (!text.matches("\\d+(\\.\\d+)?")) {
      return text;
    }
    BigDecimal value = new BigDecimal(text).stripTrailingZeros();
    return value.toPlainString();
  }

  /// What the number at a place counts: a unit with what it is counted over, a month, a label, a
  /// year, or nothing that is told.
  ///
  /// Tried in this order: `type 2` and `stage 3` are labels; `August 14` is a day of that
  /// month, so that the 14th of another month is another number; in `2 to 3 tablets` and `5 or
  /// 6 days` the first number has the unit of the second; `5 or more days` looks behind the
  /// bound; otherwise the next word is the unit, with a rate behind it (`2 tablets a day` is
  /// `tablet/day`). A number of four digits that begins with 19 or 20 and has no unit is a
  /// year.
  private String unit(int at) {
    String labelled = part(at - 1);
    if (lexicon.labelled.contains(labelled)) {
      return "label";
    }
    String month = month(at);
    if (!month.isEmpty()) {
      return month;
    }
    int next = at + 1;
    if (isConnector(next) && isNumberAt(next + 1)) {
      return unit(next + 1);
    }
    if (isOrMore(next)) {
      next += 2;
    }
    String unit = lexicon.words.unit(part(next));
    if (unit == null) {
      return parts.get(at).matches("(19|20)\\d\\d") ? "year" : "";
    }
    return unit + rate(next + 1);
  }

  private String rate(int at) {
    boolean ratio = lexicon.rates.contains(part(at));
    String over = lexicon.words.unit(part(ratio ? at + 1 : at));
    boolean time =
        over != null && List.of("hour", "day", "week", "month", "year").contains(over);
    return time && (ratio || part(at).endsWith("ly")) ? "/" + over : "";
  }

  /// The month that a day belongs to, or `year` for a year beside a month; empty where none
  /// stands near.
  ///
  /// `May 3`, `3 May`, `3 de mayo`, `May 3, 2026`: the month is the next word or the one
  /// before, or one further on when only `de`, `del`, `of` or a comma lies between. `3 tablets
  /// in May` is no day: what lies between is another word.
  private String month(int at) {
    for (int near : new int[] {at + 1, at - 1, at + 2, at - 2}) {
      int month = lexicon.months.indexOf(part(near));
      boolean through = Math.abs(near - at) == 1
          || List.of("de", "of", "del", ",").contains(part((near + at) / 2));
      if (month >= 0 && through) {
        return parts.get(at).length() == 4 ? "year" : "month-" + (month + 1);
      }
    }
    return "";
  }

  /// Whether the number at a place is a most (`<`), a least (`>`) or neither (empty).
  ///
  /// Four forms, in this order. Before the number, within four words and up to a comma: `less
  /// than 5`, `at most 5`, `under 5 mg`; a negation there turns it round, so `no more than 5`
  /// and `not over 5` are mosts. Right behind the number: `5 or more`, `5 o menos`. Behind its
  /// unit: `5 days or more`. Behind its rate: `8 times daily or more`. The search before the
  /// number stops at another number once a bound was seen: in `not 3 but over 5` the negation
  /// belongs to the 3 and does not turn `over` round.
  private String bound(int at) {
    String bound = "";
    boolean negated = false;
    for (int i = at - 1; i >= Math.max(0, at - REACH); i--) {
      String part = parts.get(i);
      if (isNumberAt(i) && !bound.isEmpty() || part.equals(",") || part.equals(";")) {
        break;
      }
      if (bound.isEmpty() && lexicon.less.contains(part)) {
        bound = "<";
      } else if (bound.isEmpty() && lexicon.greater.contains(part)) {
        bound = ">";
      }
      negated |= lexicon.negators.contains(part);
    }
    if (bound.isEmpty() && isOrMore(at + 1)) {
      bound = lexicon.less.contains(part(at + 2)) ? "<" : ">";
    }
    int afterUnit = at + 2;
    if (bound.isEmpty() && isOrMore(afterUnit)) {
      bound = lexicon.less.contains(part(afterUnit + 1)) ? "<" : ">";
    }
    for (int further = at + 3; bound.isEmpty() && further <= at + 4; further++) {
      boolean rate =
          lexicon.words.unit(part(further - 1)) != null && lexicon.words.unit(part(at + 1)) != null;
      if (rate && isOrMore(further)) {
        bound = lexicon.less.contains(part(further + 1)) ? "<" : ">";
      }
    }
    if (negated && !bound.isEmpty()) {
      return bound.equals("<") ? ">" : "<";
    }
    return bound;
  }

  private boolean isOrMore(int at) {
    String link = part(at);
    String word = part(at + 1);
    return (link.equals("or") || link.equals("o") || link.equals("and") || link.equals("y"))
        && (lexicon.less.contains(word) || lexicon.greater.contains(word));
  }

  private boolean isConnector(int at) {
    return List.of("to", "-", "and", "or", "a", "y", "o").contains(part(at));
  }

  private boolean isNumberAt(int at) {
    String part = part(at);
    return !part.isEmpty() && (TextNormalizer.isNumber(part) || lexicon.words.isNumberWord(part));
  }

  private String part(int at) {
    return at >= 0 && at < parts.size() ? parts.get(at) : "";
  }
}
