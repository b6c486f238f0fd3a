package org.healthassistant.evaluation.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.healthassistant.evaluation.report.Interval;
import org.healthassistant.evaluation.report.Outcome;
import org.healthassistant.evaluation.report.Percentiles;
import org.healthassistant.evaluation.traffic.PageTimes;

/// What a load run measured.
///
/// @param webMillis from the planned moment of each web message to its whole Turn
/// @param smsMillis from the planned moment of each text to the webhook's answer
/// @param textMillis from the planned moment of each text to the reply reaching the gateway
/// @param failed messages that were never accepted, by what happened
/// @param triedAgain how often one was sent again because the service was busy or slow
/// @param seconds from the first message to the last answer
/// @param residentMegabytes the service's resident memory at the end; 0 where the system does not
///     say
/// @param pages how long emergencies waited for their first page
/// @param growth the database's file beside what had to be kept, a line a minute; the last one at
///     the end
public record LoadResult(
    List<Double> webMillis,
    List<Double> smsMillis,
    List<Double> textMillis,
    Map<String, Integer> failed,
    int triedAgain,
    double seconds,
    long residentMegabytes,
    PageTimes pages,
    List<Growth> growth) {

  /// Copies the lists.
  public LoadResult {
    webMillis = List.copyOf(webMillis);
    smsMillis = List.copyOf(smsMillis);
    textMillis = List.copyOf(textMillis);
    failed = Map.copyOf(failed);
    growth = List.copyOf(growth);
  }

  /// The file beside the payload at one moment.
  ///
  /// @param second since the beginning
  /// @param fileBytes the database's files
  /// @param payloadBytes what patients wrote and the Turns they got, as UTF-8
  public record Growth(long second, long fileBytes, long payloadBytes) {

    /// How many times the payload the file is; NaN before anything was written.
    public double ratio() {
      return payloadBytes == 0 ? Double.NaN : (double) fileBytes / payloadBytes;
    }

    /// One line.
    public String shown() {
      return String.format(
          Locale.ROOT,
          "%d s: file %.1f MB, payload %.1f MB, ratio %.1f",
          second,
          fileBytes / 1e6,
          payloadBytes / 1e6,
          ratio());
    }
  }

  /// How many messages failed.
  public int failures() {
    return failed.values().stream().mapToInt(Integer::intValue).sum();
  }

  /// The numbers.
  public Outcome outcome(Map<String, String> facts) {
    var numbers = new LinkedHashMap<String, Interval>();
    int turns = webMillis.size() + smsMillis.size();
    numbers.put("turns a second", Interval.exactly(turns / seconds, turns));
    percentiles(numbers, "web turn ms", webMillis);
    percentiles(numbers, "sms webhook ms", smsMillis);
    percentiles(numbers, "sms text ms", textMillis);
    numbers.put("failed", Interval.exactly(failures(), turns + failures()));
    numbers.put("tried again", Interval.exactly(triedAgain, turns));
    var first = Percentiles.of(pages.undisturbed());
    int emergencies = pages.undisturbed().size();
    numbers.put("first page s p50", Interval.exactly(first.at(0.5), emergencies));
    numbers.put("first page s p99", Interval.exactly(first.at(0.99), emergencies));
    numbers.put("resident MB", Interval.exactly(residentMegabytes, 1));
    if (!growth.isEmpty()) {
      Growth last = growth.getLast();
      numbers.put("file MB", Interval.exactly(last.fileBytes() / 1e6, 1));
      numbers.put("payload MB", Interval.exactly(last.payloadBytes() / 1e6, 1));
      if (last.payloadBytes() > 0) {
        numbers.put("file to payload ratio", Interval.exactly(last.ratio(), 1));
      }
    }
    return new Outcome("load", facts, numbers);
  }

  private static void percentiles(Map<String, Interval> numbers, String name, List<Double> values) {
    var percentiles = Percentiles.of(values);
    numbers.put(name + " p50", Interval.exactly(percentiles.at(0.5), values.size()));
    numbers.put(name + " p99", Interval.exactly(percentiles.at(0.99), values.size()));
  }
}
