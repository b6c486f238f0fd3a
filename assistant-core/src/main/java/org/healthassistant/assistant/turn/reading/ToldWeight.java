package org.healthassistant.assistant.turn.reading;

import java.util.List;
import org.healthassistant.assistant.record.measured.ToldReadings;
import org.healthassistant.assistant.record.spoken.ToldReading;
import org.healthassistant.assistant.safety.Finding;
import org.healthassistant.assistant.safety.ScreenedText;
import org.healthassistant.assistant.safety.TriageDecision;
import org.springframework.stereotype.Component;

/// Raises a message that tells a weight where that is a fast gain against the weights that are
/// kept. It does not wait for the patient's word whether to keep it.
@Component
public class ToldWeight {

  private final ReadingScreen screen;

  ToldWeight(ReadingScreen screen) {
    this.screen = screen;
  }

  /// The decision on a message, raised by what is found of the readings it tells.
  public TriageDecision raised(
      String subjectId, ScreenedText text, List<ToldReading> told, TriageDecision decision) {
    TriageDecision raised = decision;
    for (ToldReading reading : told) {
      for (Finding finding : screen.gain(subjectId, ToldReadings.asNew(reading))) {
        raised = raised.raisedBy(new Finding(
            finding.rule(),
            finding.category(),
            finding.level(),
            text.id(),
            0,
            text.text().length(),
            finding.explanation() + " Reckoned from the weights that are kept.",
            false));
      }
    }
    return raised;
  }
}
