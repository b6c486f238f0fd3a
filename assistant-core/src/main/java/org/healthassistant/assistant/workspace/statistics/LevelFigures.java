package org.healthassistant.assistant.workspace.statistics;

import org.healthassistant.assistant.safety.Level;

/// The figures of one level.
///
/// @param number how many began in the period
/// @param open how many of these are not resolved yet
/// @param missed how many were not answered by when the patient was first told
record LevelFigures(
    Level level,
    int number,
    int open,
    int missed,
    DurationPercentiles paged,
    DurationPercentiles acknowledged,
    DurationPercentiles contacted,
    DurationPercentiles resolved) {}
