package org.healthassistant.assistant.safety.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.healthassistant.assistant.safety.reading.CutOffs.Measure;
import org.healthassistant.assistant.safety.reading.CutOffs.Scale;
import org.healthassistant.assistant.safety.text.AnnotatedText;
import org.healthassistant.assistant.safety.text.Lexicon.NumberReader.Spot;
import org.jspecify.annotations.Nullable;

/// Ties numbers to what they measure, and says what the values mean.
///
/// A number belongs to the measure nearest before it, over words that say nothing of their own
/// and at most two others, or to one right behind it (`86 on the oximeter`). At most twelve words
/// are looked at for each number.
final class ValueScan {

  private static final int BACK = 12;
  private static final int AHEAD = 4;
  private static final int MOST_UNKNOWN = 2;
  private static final int AHEAD_COST = 3;
  private static final int PAUSE_COST = 2;
  private static final int NEIGHBOURHOOD = 1;

  /// Words behind which another matter begins.
  private static final Set<String> AND = Set.of("and", "y", "but", "pero");

  /// Words behind which somebody speaks of how they are now.
  private static final Set<String> ANEW =
      Set.of("and", "y", "but", "pero", "i", "im", "have", "got", "tengo", "estoy", "now", "ahora");

  /// The second of a pair lies between these shares of the first.
  private static final double LOWEST_SHARE = 0.3;

  private static final double HIGHEST_SHARE = 0.95;

  private final AnnotatedText text;
  private final CutOffs cutOffs;
  private final int[] endsHere;
  private final int[] startsHere;
  private final BitSet measured = new BitSet();
  private final BitSet known = new BitSet();
  private final BitSet counted = new BitSet();
  private final Map<String, Set<Long>> places = new HashMap<>();

  ValueScan(AnnotatedText text, CutOffs cutOffs, List<WrittenNumber> numbers) {
    this.text = text;
    this.cutOffs = cutOffs;
    this.endsHere = none(text.size());
    this.startsHere = none(text.size());
    var lengths = new int[text.size()];
    var leads = new int[text.size()];
    for (int which = 0; which < cutOffs.measures().size(); which++) {
      for (var hit : text.hitsOf(cutOffs.measures().get(which).measure())) {
        measured.set(hit.first(), hit.end());
        int length = hit.end() - hit.first();
        if (length >= leads[hit.first()]) {
          leads[hit.first()] = length;
          startsHere[hit.first()] = which;
        }
        if (length >= lengths[hit.end() - 1]) {
          lengths[hit.end() - 1] = length;
          endsHere[hit.end() - 1] = which;
        }
      }
    }
    known.or(text.words(Readings.SAYS));
    known.or(text.words("function/filler"));
    known.or(text.words("function/carrier"));
    known.or(text.words("cue/now"));
    known.or(text.words("cue/speaker"));
    numbers.forEach(number -> counted.set(number.first(), number.end()));
    known.or(counted);
    cutOffs.measures().stream()
        .flatMap(measure -> measure.scales().stream())
        .forEach(this::knowUnits);
  }

  private static int[] none(int size) {
    var array = new int[size];
    Arrays.fill(array, -1);
    return array;
  }

  private void knowUnits(Scale scale) {
    for (int word = 0; word < text.size(); word++) {
      if (scale.units().contains(text.form(word))) {
        known.set(word);
      }
    }
  }

  /// What a number is a reading of; empty when it is none, or one that means nothing.
  List<Spot> read(WrittenNumber number) {
    if (measured.get(number.first()) || strange(number)) {
      return List.of();
    }
    var measure = measureOf(number);
    return measure == null || explained(measure, number) ? List.of() : meanings(measure, number);
  }

  private boolean strange(WrittenNumber number) {
    boolean led = number.first() > 0
        && text.pause(number.first()) == 0
        && cutOffs.before().contains(text.form(number.first() - 1));
    return led || (number.isPair() && number.value() == 24 && number.second() == 7);
  }

  private @Nullable Measure measureOf(WrittenNumber number) {
    int back = behind(number.first());
    int ahead = ahead(number);
    if (back < 0 && ahead < 0) {
      return number.figures() ? bare(number) : null;
    }
    boolean forward = back < 0 || (ahead >= 0 && costAhead(number) < costBehind(number));
    return cutOffs.measures().get(forward ? ahead : back);
  }

  /// The measure before a word, and whether it is reached.
  private int behind(int first) {
    int unknown = 0;
    int hard = 0;
    for (int at = first; at > 0 && first - at < BACK; at--) {
      hard += text.pause(at) > 1 ? 1 : 0;
      int which = endsHere[at - 1];
      if (which >= 0) {
        int allowed = cutOffs.measures().get(which).strict() || hard > 0 ? 0 : MOST_UNKNOWN;
        return unknown <= allowed && hard < 2 ? which : -1;
      }
      unknown += known.get(at - 1) ? 0 : 1;
    }
    return -1;
  }

  private int costBehind(WrittenNumber number) {
    int cost = 0;
    for (int at = number.first(); at > 0 && endsHere[at - 1] < 0; at--) {
      cost += 1 + PAUSE_COST * text.pause(at);
    }
    return cost + PAUSE_COST * text.pause(number.first());
  }

  /// The measure right behind a number, as in `86 on my oximeter`.
  private int ahead(WrittenNumber number) {
    for (int at = number.end(); at < Math.min(text.size(), number.end() + AHEAD); at++) {
      if (text.pause(at) > 0) {
        return -1;
      }
      if (startsHere[at] >= 0) {
        return startsHere[at];
      }
      if (!known.get(at) || AND.contains(text.form(at))) {
        return -1;
      }
    }
    return -1;
  }

  private int costAhead(WrittenNumber number) {
    int at = number.end();
    while (startsHere[at] < 0) {
      at++;
    }
    return at - number.end() + AHEAD_COST;
  }

  /// The measure that a value needs no word for, such as `188/124` or `102.8`.
  private @Nullable Measure bare(WrittenNumber number) {
    if (isOfTheLaboratory(number)) {
      return null;
    }
    return cutOffs.measures().stream()
        .filter(measure -> number.isPair()
            ? measure.bare() && paired(measure.scales().getFirst(), number)
            : measure.bareFrom() > 0 && number.decimal() && isHigh(measure, number.value()))
        .findFirst()
        .orElse(null);
  }

  /// Whether a value stands with a laboratory's measure, though further from its name than such a
  /// measure reaches: `my A1c from the lab was 39.5` is no fever. A pause, another number and
  /// words that begin anew end it.
  private boolean isOfTheLaboratory(WrittenNumber number) {
    int first = number.first();
    for (int at = first; at > 0 && first - at < BACK && text.pause(at) == 0; at--) {
      if (counted.get(at - 1) || ANEW.contains(text.form(at - 1))) {
        return false;
      }
      int which = endsHere[at - 1];
      if (which >= 0) {
        return cutOffs.measures().get(which).strict();
      }
    }
    return false;
  }

  private static boolean isHigh(Measure measure, double value) {
    return measure.scales().stream()
        .anyMatch(scale -> value >= scale.from()
            && value <= scale.to()
            && scale.convert(value) >= measure.bareFrom());
  }

  /// Whether something nearby explains the value, such as a run a fast pulse.
  private boolean explained(Measure measure, WrittenNumber number) {
    return near(measure.quietWith(), number) && !near(measure.despite(), number);
  }

  private boolean near(@Nullable String concept, WrittenNumber number) {
    int sentence = text.sentence(number.first());
    int message = text.message(number.first());
    if (concept == null) {
      return false;
    }
    var places = places(concept);
    return LongStream.rangeClosed(sentence - NEIGHBOURHOOD, sentence + NEIGHBOURHOOD)
        .anyMatch(each -> places.contains(place(message, each)));
  }

  /// The sentences of each message in which a concept stands.
  private Set<Long> places(String concept) {
    return places.computeIfAbsent(concept, id -> {
      var found = new HashSet<Long>();
      text.hitsOf(id)
          .forEach(hit -> found.add(place(text.message(hit.first()), text.sentence(hit.first()))));
      return found;
    });
  }

  private static long place(int message, long sentence) {
    return ((long) message << Integer.SIZE) + sentence;
  }

  private List<Spot> meanings(Measure measure, WrittenNumber number) {
    var unit = unitOf(measure, number.end());
    if (unit == null && foreign(number.end())) {
      return List.of();
    }
    var scale = unit != null && plausible(measure, unit, number, true)
        ? unit
        : measure.scales().stream()
            .filter(one -> plausible(measure, one, number, false))
            .findFirst()
            .orElse(null);
    if (scale == null) {
      return List.of();
    }
    double value = scale.convert(number.value());
    double second = measure.pair() && number.isPair() ? scale.convert(number.second()) : 0;
    var spots = new ArrayList<Spot>();
    for (var band : measure.bands()) {
      boolean against = (band.from() != null && said(cutOffs.below(), number))
          || (band.upTo() != null && said(cutOffs.above(), number));
      if (!against && band.holds(value, second)) {
        spots.add(new Spot(band.reading(), number.first(), number.end()));
      }
    }
    return spots;
  }

  private @Nullable Scale unitOf(Measure measure, int word) {
    if (word >= text.size() || text.pause(word) > 0) {
      return null;
    }
    var form = text.form(word);
    return measure.scales().stream()
        .filter(scale -> scale.units().contains(form))
        .findFirst()
        .orElse(null);
  }

  private boolean foreign(int word) {
    return word < text.size()
        && text.pause(word) == 0
        && cutOffs.foreign().contains(text.form(word));
  }

  private static boolean plausible(
      Measure measure, Scale scale, WrittenNumber number, boolean written) {
    if (measure.pair() && number.isPair()) {
      return paired(scale, number);
    }
    boolean enough = !scale.only() || written || (number.decimal() && !measure.pair());
    return enough && number.value() >= scale.from() && number.value() <= scale.to();
  }

  private static boolean paired(Scale scale, WrittenNumber number) {
    double share = number.second() / number.value();
    return number.value() >= scale.from()
        && number.value() <= scale.to()
        && share >= LOWEST_SHARE
        && share <= HIGHEST_SHARE;
  }

  /// Whether one of the words stands in the three before a number.
  private boolean said(Set<String> words, WrittenNumber number) {
    for (int back = 1; back <= 3 && number.first() - back >= 0; back++) {
      int at = number.first() - back;
      if (words.contains(text.form(at))) {
        return true;
      }
      if (!known.get(at)) {
        return false;
      }
    }
    return false;
  }
}
