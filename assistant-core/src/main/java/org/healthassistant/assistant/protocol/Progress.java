package org.healthassistant.assistant.protocol;

import java.util.LinkedHashMap;
import java.util.Map;

/// How far the questions of a protocol have come. A value that can be kept and taken up again.
///
/// @param protocol its id
/// @param question the one that waits for its answer; empty once there is none
/// @param answers by question, the id of the choice; `unsure` where it is not known
/// @param asked how many times something was asked
public record Progress(String protocol, String question, Map<String, String> answers, int asked) {

  static final String UNSURE = "unsure";

  /// Copies the answers, in their order.
  public Progress {
    answers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(answers));
  }

  Progress answered(String of, String choice) {
    Map<String, String> more = new LinkedHashMap<>(answers);
    more.put(of, choice);
    return new Progress(protocol, "", more, asked);
  }

  Progress asking(String next) {
    return new Progress(protocol, next, answers, asked + 1);
  }

  @Override
  public String toString() {
    return "Progress[" + protocol + ", REDACTED]";
  }
}
