package org.healthassistant.assistant.safety.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.healthassistant.assistant.safety.reading.CutOffs.Amount;
import org.healthassistant.assistant.safety.text.AnnotatedText;
import org.healthassistant.assistant.safety.text.Lexicon.NumberReader.Spot;

/// Reads how many of a medicine were swallowed, and how much weight was gained in what time.
final class AmountScan {

  private static final int MOST_COUNT = 1000;
  private static final int VERB_BACK = 10;
  private static final int DRUG_AHEAD = 5;
  private static final int DRUG_BACK = 8;
  private static final int DAILY_AHEAD = 8;
  private static final int GAIN_BACK = 7;
  private static final int TIME_REACH = 9;
  private static final double POUNDS_A_KILO = 2.2046;

  private final AnnotatedText text;
  private final CutOffs cutOffs;
  private final BitSet took;
  private final BitSet daily;
  private final BitSet gained;
  private final BitSet pounds;
  private final BitSet kilos;
  private final BitSet known = new BitSet();
  private final Map<String, BitSet> words = new HashMap<>();

  AmountScan(AnnotatedText text, CutOffs cutOffs) {
    this.text = text;
    this.cutOffs = cutOffs;
    this.took = text.words(Readings.TOOK);
    this.daily = text.words(Readings.DAILY);
    this.gained = text.words(Readings.GAINED);
    this.pounds = text.words(Readings.POUND);
    this.kilos = text.words(Readings.KILO);
    known.or(text.words("function/filler"));
    known.or(text.words("function/carrier"));
    cutOffs.amounts().stream()
        .flatMap(amount -> amount.drugs().stream())
        .forEach(drug -> words.computeIfAbsent(drug, text::words));
    cutOffs.gains().forEach(gain -> words.computeIfAbsent(gain.time(), text::words));
  }

  /// `took 20 tylenol`: what too many of a medicine, or too much of it, become.
  List<Spot> taken(WrittenNumber number) {
    boolean swallowed =
        !number.isPair() && within(took, number.first() - VERB_BACK, number.first());
    if (!swallowed) {
      return List.of();
    }
    boolean aDay = within(daily, number.end(), number.end() + DAILY_AHEAD);
    var spots = new ArrayList<Spot>();
    for (var amount : cutOffs.amounts()) {
      boolean counts = !aDay || amount.daily();
      if (counts && (tooMany(amount, number) || tooMuch(amount, number))) {
        spots.add(new Spot(amount.reading(), number.first(), number.end()));
      }
    }
    return spots;
  }

  private boolean tooMany(Amount amount, WrittenNumber number) {
    return amount.from() > 0
        && number.isWhole()
        && number.value() >= amount.from()
        && number.value() <= MOST_COUNT
        && counts(amount, number);
  }

  /// Whether the number counts this medicine: it follows over words that say nothing and at most
  /// one other (`20 extra strength tylenol`), or stands before when pieces follow.
  private boolean counts(Amount amount, WrittenNumber number) {
    int unknown = 0;
    int from = strengthEnd(number.end());
    for (int at = from; at < Math.min(text.size(), from + DRUG_AHEAD); at++) {
      if (text.pause(at) > 1 || (at == number.end() && text.pause(at) > 0)) {
        return false;
      }
      if (named(amount, at)) {
        return true;
      }
      if (cutOffs.foreign().contains(text.form(at))) {
        return false;
      }
      boolean piece = pieces(at);
      if (piece && namedBefore(amount, number)) {
        return true;
      }
      unknown += piece || known.get(at) ? 0 : 1;
      if (unknown > 1) {
        return false;
      }
    }
    return false;
  }

  /// Steps over the strength of a tablet: `20 500mg tylenol`.
  private int strengthEnd(int at) {
    boolean strength = at + 1 < text.size()
        && Character.isDigit(text.form(at).charAt(0))
        && text.form(at + 1).startsWith("m");
    return strength ? at + 2 : at;
  }

  private boolean pieces(int at) {
    return words.getOrDefault("drug/medicine", new BitSet()).get(at)
        || text.form(at).equals("them")
        || text.form(at).equals("those");
  }

  private boolean named(Amount amount, int at) {
    return amount.drugs().stream().anyMatch(drug -> bits(drug).get(at));
  }

  private boolean namedBefore(Amount amount, WrittenNumber number) {
    return amount.drugs().stream()
        .anyMatch(drug -> within(bits(drug), number.first() - DRUG_BACK, number.first()));
  }

  private boolean tooMuch(Amount amount, WrittenNumber number) {
    int unit = number.end();
    boolean milligrams = unit < text.size()
        && (text.form(unit).equals("mg") || text.form(unit).startsWith("miligramo"));
    return amount.fromMilligrams() > 0
        && milligrams
        && number.value() >= amount.fromMilligrams()
        && amount.drugs().stream()
            .anyMatch(drug -> within(bits(drug), unit, unit + DRUG_AHEAD)
                || within(bits(drug), number.first() - DRUG_BACK, number.first()));
  }

  /// `gained 4 pounds overnight`.
  List<Spot> gained(WrittenNumber number) {
    int unit = number.end();
    boolean inPounds = pounds.get(unit);
    boolean weight = !number.isPair()
        && (inPounds || kilos.get(unit))
        && within(gained, number.first() - GAIN_BACK, number.first());
    if (!weight) {
      return List.of();
    }
    double gain = number.value() * (inPounds ? 1 : POUNDS_A_KILO);
    var spots = new ArrayList<Spot>();
    for (var cut : cutOffs.gains()) {
      int from = number.first() - TIME_REACH;
      boolean time = within(bits(cut.time()), from, number.end() + TIME_REACH);
      if (gain >= cut.from() && time) {
        spots.add(new Spot(cut.reading(), number.first(), number.end()));
      }
    }
    return spots;
  }

  private BitSet bits(String concept) {
    return words.getOrDefault(concept, new BitSet());
  }

  private static boolean within(BitSet words, int from, int end) {
    int next = words.nextSetBit(Math.max(0, from));
    return next >= 0 && next < end;
  }
}
