package org.healthassistant.assistant.record.spoken;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.healthassistant.connector.wearable.Measured;
import org.jspecify.annotations.Nullable;

/// Reads the readings of their own that patients tell in a message, in any language.
///
/// It reads only what is surely one reading at a known time, since it is said back and kept: no
/// round numbers ("about 150"), nobody else's, no goals and no averages. What it does not read is
/// screened for danger all the same, by rules that know nothing of this.
public final class ToldReadingReader {

  private static final int MOST_WORDS = 40;
  private static final int MOST_WITHOUT_OWNER = 10;
  private static final int REACH = 8;
  private static final int NEAR = 3;
  private static final BigDecimal LOWEST_SHARE = new BigDecimal("0.3");
  private static final BigDecimal HIGHEST_SHARE = new BigDecimal("0.95");

  private static final ToldWords WORDS = ToldWords.BUILT_IN;
  private static final List<String> BETWEEN = ToldWords.all(WORDS.between());
  private static final List<String> INEXACT = ToldWords.all(WORDS.inexact());
  private static final List<List<String>> UNLESS = ToldWords.phrases(WORDS.unless());
  private static final List<List<String>> OWN = ToldWords.phrases(WORDS.own());
  private static final List<String> ASKS = ToldWords.all(WORDS.asks());

  /// Each name of each measure, the longest first.
  private static final List<Map.Entry<List<String>, ToldWords.Measure>> NAMES =
      WORDS.measures().stream()
          .flatMap(measure ->
              ToldWords.phrases(measure.words()).stream().map(phrase -> Map.entry(phrase, measure)))
          .sorted(Comparator.comparingInt(name -> -name.getKey().size()))
          .toList();

  private final ToldTokens tokens;
  private final OffsetDateTime at;
  private final List<ToldReading> found = new ArrayList<>();

  private ToldReadingReader(ToldTokens tokens, OffsetDateTime at) {
    this.tokens = tokens;
    this.at = at;
  }

  /// The readings of a message, each thing measured once at most; empty where none is surely
  /// told.
  ///
  /// @param now when the message was written, at the place of the clinic
  public static List<ToldReading> read(String text, OffsetDateTime now) {
    ToldTokens tokens = new ToldTokens(text);
    if (tokens.size() > MOST_WORDS) {
      return List.of();
    }
    Optional<OffsetDateTime> at = ToldTime.take(tokens, now.truncatedTo(ChronoUnit.MINUTES));
    return at.isEmpty() || tokens.hasAny(UNLESS) || !isOwn(tokens, text)
        ? List.of()
        : new ToldReadingReader(tokens, at.get()).read();
  }

  private static boolean isOwn(ToldTokens tokens, String text) {
    boolean asks = text.contains("?") || ASKS.contains(tokens.at(0));
    return tokens.hasAny(OWN) || tokens.size() <= MOST_WITHOUT_OWNER && !asks;
  }

  private List<ToldReading> read() {
    for (int i = 0; i < tokens.size(); i++) {
      Optional<Map.Entry<List<String>, ToldWords.Measure>> name = nameAt(i);
      if (name.isPresent()) {
        int end = i + name.get().getKey().size();
        value(name.get().getValue(), end);
        i = end - 1;
      }
    }
    bare();
    return found.stream()
        .filter(one -> found.stream().filter(other -> isSame(one, other)).count() == 1)
        .toList();
  }

  private static boolean isSame(ToldReading one, ToldReading other) {
    return one.measured() == other.measured();
  }

  private Optional<Map.Entry<List<String>, ToldWords.Measure>> nameAt(int i) {
    return NAMES.stream()
        .filter(name -> tokens.starts(i, List.of(name.getKey())) > 0)
        .findFirst();
  }

  /// The first number behind a name, over words that say nothing of their own.
  private void value(ToldWords.Measure measure, int from) {
    for (int i = from; i < Math.min(tokens.size(), from + REACH); i++) {
      Optional<BigDecimal> number = tokens.number(i);
      if (number.isPresent()) {
        if (measure.measured() == Measured.BLOOD_PRESSURE) {
          pressure(measure, i);
        } else {
          single(measure, i, number.get());
        }
        return;
      }
      if (!tokens.isTaken(i) && !BETWEEN.contains(tokens.at(i))) {
        return;
      }
    }
  }

  private void single(ToldWords.Measure measure, int at, BigDecimal value) {
    boolean pair =
        WORDS.over().contains(tokens.at(at + 1)) && tokens.number(at + 2).isPresent();
    if (pair || isInexact(at)) {
      return;
    }
    String word = tokens.at(at + 1);
    measure.units().stream()
        .filter(unit -> unit.holds(value))
        .filter(unit -> unit.words().contains(word) || !unit.isOnly() && !isOther(measure, word))
        .findFirst()
        .ifPresent(unit -> add(measure, unit, unit.kept(value), null, plain(value), at, at + 1));
  }

  /// Whether a word is another unit of the measure.
  private static boolean isOther(ToldWords.Measure measure, String word) {
    return measure.units().stream().anyMatch(unit -> unit.words().contains(word));
  }

  private void pressure(ToldWords.Measure measure, int at) {
    Optional<BigDecimal> upper = tokens.number(at);
    Optional<BigDecimal> lower = tokens.number(at + 2);
    if (upper.isEmpty()
        || lower.isEmpty()
        || !WORDS.over().contains(tokens.at(at + 1))
        || isInexact(at)) {
      return;
    }
    BigDecimal share = lower.get().divide(upper.get().max(BigDecimal.ONE), 3, RoundingMode.HALF_UP);
    if (share.compareTo(LOWEST_SHARE) < 0 || share.compareTo(HIGHEST_SHARE) > 0) {
      return;
    }
    measure.units().stream().filter(unit -> unit.holds(upper.get())).findFirst().ifPresent(unit -> {
      BigDecimal first = unit.kept(upper.get());
      BigDecimal second = unit.kept(lower.get());
      add(measure, unit, first, second, plain(first) + "/" + plain(second), at, at + 3);
    });
  }

  /// A pair that needs no name: `150/95 this morning`.
  private void bare() {
    ToldWords.Measure pressure = WORDS.measures().getFirst();
    BigDecimal least = pressure.units().getFirst().from();
    for (int i = 0; i < tokens.size() - 2; i++) {
      boolean high = tokens.number(i).filter(one -> one.compareTo(least) >= 0).isPresent();
      if (high && tokens.at(i + 1).matches("/|over|sobre")) {
        pressure(pressure, i);
      }
    }
  }

  private boolean isInexact(int at) {
    for (int back = 1; back <= NEAR; back++) {
      if (INEXACT.contains(tokens.at(at - back)) && !tokens.isTaken(Math.max(0, at - back))) {
        return true;
      }
    }
    return false;
  }

  private void add(
      ToldWords.Measure measure,
      ToldWords.Unit unit,
      BigDecimal value,
      @Nullable BigDecimal second,
      String number,
      int from,
      int end) {
    tokens.take(from, end);
    Measured measured = measure.measured();
    found.add(new ToldReading(
        measured,
        value.setScale(measured.scale(), RoundingMode.HALF_UP),
        second == null ? null : second.setScale(measured.scale(), RoundingMode.HALF_UP),
        at.toString(),
        number,
        unit.unit()));
  }

  private static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }
}
