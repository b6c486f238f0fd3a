package org.healthassistant.assistant.delivery;

import java.util.List;
import java.util.Optional;

/// What a text is to say, before it is shaped to at most three segments.
///
/// @param must sentences that are never left out, in order: safety wording, a provider's words
/// @param may sentences that follow while there is room
/// @param counted whether the `may` sentences are a list, of which it is said how many there
///     was no room for
/// @param source where the `may` sentences come from, said at the end; empty: nothing to cite
public record SmsContent(
    List<String> must, List<String> may, boolean counted, Optional<String> source) {

  /// Copies the lists.
  public SmsContent {
    must = List.copyOf(must);
    may = List.copyOf(may);
  }

  /// What is to be said where the `may` sentences are no list.
  public SmsContent(List<String> must, List<String> may, Optional<String> source) {
    this(must, may, false, source);
  }

  /// A text that goes out whole.
  public static SmsContent of(String text) {
    return new SmsContent(List.of(text), List.of(), Optional.empty());
  }

  @Override
  public String toString() {
    return "SmsContent[REDACTED]";
  }
}
