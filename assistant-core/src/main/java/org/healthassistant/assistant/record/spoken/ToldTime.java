package org.healthassistant.assistant.record.spoken;

import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds in a message when something was measured, and takes its words.
final class ToldTime {

  private static final ToldWords WORDS = ToldWords.BUILT_IN;
  private static final List<List<String>> BEFORE =
      ToldWords.phrases(WORDS.clock().before());
  private static final List<List<String>> AM = ToldWords.phrases(WORDS.clock().am());
  private static final List<List<String>> PM = ToldWords.phrases(WORDS.clock().pm());
  private static final List<String> MINUTES =
      List.of("minute", "minutes", "min", "mins", "minuto", "minutos");
  private static final List<String> HOURS = List.of("hour", "hours", "hr", "hrs", "hora", "horas");
  private static final int NOON = 12;
  private static final int MOST_HOURS_AGO = 48;

  private final ToldTokens tokens;
  private final OffsetDateTime now;
  private ToldWords.@Nullable Time day;
  private @Nullable LocalTime clock;
  private boolean halfSaid;
  private @Nullable OffsetDateTime exact;
  private boolean several;

  private ToldTime(ToldTokens tokens, OffsetDateTime now) {
    this.tokens = tokens;
    this.now = now;
  }

  /// The time that is told, to the minute; that of the message where none is. Empty where more
  /// than one is told.
  static Optional<OffsetDateTime> take(ToldTokens tokens, OffsetDateTime now) {
    var time = new ToldTime(tokens, now);
    for (int i = 0; i < tokens.size(); i++) {
      time.agoAt(i);
      time.clockAt(i);
    }
    for (int i = 0; i < tokens.size(); i++) {
      time.dayAt(i);
    }
    return time.several ? Optional.empty() : Optional.of(time.at());
  }

  private void agoAt(int i) {
    for (ToldWords.Ago ago : WORDS.ago()) {
      int length = tokens.starts(i, ToldWords.phrases(ago.words()));
      if (length > 0) {
        take(i, length, now.minusMinutes(ago.minutes()));
        return;
      }
    }
    boolean english = isNumber(i) && unit(i + 1) > 0 && tokens.at(i + 2).equals("ago");
    boolean spanish = tokens.at(i).equals("hace") && isNumber(i + 1) && unit(i + 2) > 0;
    if (english || spanish) {
      int number = Integer.parseInt(tokens.at(english ? i : i + 1));
      int minutes = unit(english ? i + 1 : i + 2) * number;
      several |= minutes > MOST_HOURS_AGO * 60;
      take(i, 3, now.minusMinutes(minutes));
    }
  }

  private void take(int from, int length, OffsetDateTime at) {
    several |= exact != null;
    exact = at;
    tokens.take(from, from + length);
  }

  private boolean isNumber(int i) {
    return tokens.at(i).matches("\\d{1,2}") && !tokens.isTaken(i);
  }

  private int unit(int i) {
    String word = tokens.at(i);
    return MINUTES.contains(word) ? 1 : HOURS.contains(word) ? 60 : 0;
  }

  private void clockAt(int i) {
    int lead = tokens.starts(i, BEFORE);
    int at = i + lead;
    String token = tokens.at(at);
    if (!token.matches("(1?\\d|2[0-3])(:[0-5]\\d)?") || tokens.isTaken(at)) {
      return;
    }
    int am = after(at, AM);
    int pm = after(at, PM);
    String[] parts = token.split(":");
    int hour = Integer.parseInt(parts[0]);
    boolean timed = parts.length > 1 || am + pm > 0;
    if (timed || lead > 0 && hour <= NOON && isAlone(at)) {
      several |= clock != null;
      halfSaid = am + pm > 0 || hour > NOON || hour == 0;
      clock = LocalTime.of(hour(hour, am, pm), parts.length > 1 ? Integer.parseInt(parts[1]) : 0);
      tokens.take(i, at + 1 + Math.max(am, pm));
    }
  }

  private int after(int at, List<List<String>> phrases) {
    return at + 1 < tokens.size() ? tokens.starts(at + 1, phrases) : 0;
  }

  private static int hour(int said, int am, int pm) {
    return am > 0 ? said % NOON : pm > 0 && said < NOON ? said + NOON : said;
  }

  /// Whether no second value and no unit follows, as it would after a reading.
  private boolean isAlone(int at) {
    return !WORDS.over().contains(tokens.at(at + 1)) && !tokens.at(at + 1).equals("%");
  }

  private void dayAt(int i) {
    for (ToldWords.Time time : WORDS.times()) {
      int length = tokens.starts(i, ToldWords.phrases(time.words()));
      if (length > 0) {
        ToldWords.Time before = day;
        boolean vague = before == null || before.hour() == null || time.equals(before);
        several |= !vague && time.hour() != null;
        day = vague ? time : before;
        tokens.take(i, i + length);
        return;
      }
    }
  }

  private OffsetDateTime at() {
    if (exact != null) {
      return exact;
    }
    OffsetDateTime that = now.minusDays(day == null ? 0 : day.days());
    Integer hour = day == null ? null : day.hour();
    if (clock != null) {
      return atClock(clock, that, hour);
    }
    OffsetDateTime about = hour == null ? that : that.with(LocalTime.of(hour, 0));
    return about.isAfter(now) ? now : about;
  }

  /// The last such time that has been: of a clock of twelve hours that of the part of the day
  /// that was said, and where no day was said also of the day before.
  private OffsetDateTime atClock(LocalTime told, OffsetDateTime that, @Nullable Integer hour) {
    boolean open = !halfSaid && told.getHour() < NOON;
    boolean late = hour != null && hour >= NOON;
    List<LocalTime> times = !open
        ? List.of(told)
        : hour == null
            ? List.of(told, told.plusHours(NOON))
            : List.of(late ? told.plusHours(NOON) : told);
    boolean anyDay = hour == null && that.equals(now);
    return times.stream()
        .flatMap(
            time -> Stream.of(that.with(time), that.minusDays(1).with(time)).limit(anyDay ? 2 : 1))
        .filter(time -> !time.isAfter(now))
        .max(OffsetDateTime::compareTo)
        .orElse(now)
        .truncatedTo(ChronoUnit.MINUTES);
  }
}
