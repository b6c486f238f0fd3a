package org.healthassistant.knowledge.embed;

import java.util.List;

/// Cuts a message into windows that an encoder reads whole.
public final class MessageWindows {
  private MessageWindows() {}

  /// The windows of a message: whole sentences joined up to 64 tokens, a longer sentence cut at 64.
  ///
  /// @return at most 16 windows, in order, never overlapping; the first begins at the message's
  /// start
  ///     and the last ends at its end; empty for a blank text. A message that needs more keeps its
  /// first
  ///     8 and its last 8.
  public static List<Window> of(String text, Encoder encoder) {
    throw new UnsupportedOperationException();
  }
}
