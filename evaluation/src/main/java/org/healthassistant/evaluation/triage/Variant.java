package org.healthassistant.evaluation.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// A message as it may be written too.
///
/// @param context the patient's earlier messages, oldest first
/// @param text the message
record Variant(List<String> context, String text) {

  Variant {
    context = List.copyOf(context);
  }

  /// The same with another text.
  Variant with(UnaryOperator<String> change) {
    return new Variant(context, change.apply(text));
  }

  /// The same behind further messages.
  Variant behind(List<String> earlier) {
    var all = new ArrayList<>(context);
    all.addAll(earlier);
    return new Variant(all, text);
  }

  @Override
  public String toString() {
    return "Variant[REDACTED]";
  }
}
