package org.healthassistant.assistant.safety;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Everything the screen may look at for one decision.
///
/// @param message the message to decide on
/// @param elsewhere what the patient wrote just before in other conversations, oldest first:
///     looked at by rules alone, which name what belongs together; empty when there is none
/// @param context the patient's own earlier messages of the same conversation that still belong
///     to it, oldest first; empty when there are none
/// @param risk what the record says of the patient; empty when it says nothing or may not be read
/// @param meaning what the classifier says of the message; empty when that did not come in time
public record Screening(
    ScreenedText message,
    List<ScreenedText> elsewhere,
    List<ScreenedText> context,
    Set<RiskFact> risk,
    Optional<MeaningReading> meaning) {

  /// Copies what it is given.
  public Screening {
    elsewhere = List.copyOf(elsewhere);
    context = List.copyOf(context);
    risk = Set.copyOf(risk);
  }

  /// A message of a patient who wrote nowhere else.
  public Screening(
      ScreenedText message,
      List<ScreenedText> context,
      Set<RiskFact> risk,
      Optional<MeaningReading> meaning) {
    this(message, List.of(), context, risk, meaning);
  }

  /// A message on its own: no context, no risk facts, no meaning.
  public static Screening of(String id, String text) {
    return new Screening(new ScreenedText(id, text), List.of(), Set.of(), Optional.empty());
  }

  /// The same with what the classifier says of it.
  public Screening withMeaning(MeaningReading read) {
    return new Screening(message, elsewhere, context, risk, Optional.of(read));
  }

  /// The same for a patient of whom the record says nothing.
  Screening withoutRisk() {
    return new Screening(message, elsewhere, context, Set.of(), meaning);
  }

  /// Whether the classifier read the message, behind the earlier messages that belong to it.
  boolean isRead() {
    return meaning
        .map(
            read -> read.context().equals(context.stream().map(ScreenedText::id).toList()))
        .orElse(false);
  }

  @Override
  public String toString() {
    return "Screening[" + message.id() + ", REDACTED]";
  }
}
