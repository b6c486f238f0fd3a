package org.healthassistant.evaluation.triage;

import java.util.List;
import org.healthassistant.assistant.safety.Finding;
import org.healthassistant.assistant.safety.Level;

/// What the screen said of one case: a line of the predictions file.
///
/// @param micros how long it took, reading its meaning not counted
public record TriagePrediction(
    String id, Level level, List<String> categories, List<Finding> findings, long micros) {}
