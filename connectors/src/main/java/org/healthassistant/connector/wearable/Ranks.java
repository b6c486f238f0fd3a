package org.healthassistant.connector.wearable;

import java.util.Locale;
import java.util.regex.Pattern;

/// Tells by its name how a source takes its values.
final class Ranks {

  private static final Pattern WORN = Pattern.compile(
      "\\b(watch\\w*|ring|band|fitbit|garmin|oura|whoop|polar|tracker|forerunner)\\b");

  private static final Pattern CARRIED =
      Pattern.compile("\\b(iphone\\w*|phone|smartphone|pixel|galaxy s\\d*)\\b");

  private Ranks() {}

  /// @param name of a source or its device; may be empty
  static Sample.Rank of(String name) {
    String told = name.toLowerCase(Locale.ROOT);
    if (WORN.matcher(told).find()) {
      return Sample.Rank.WORN;
    }
    return CARRIED.matcher(told).find() ? Sample.Rank.PHONE : Sample.Rank.DEVICE;
  }
}
