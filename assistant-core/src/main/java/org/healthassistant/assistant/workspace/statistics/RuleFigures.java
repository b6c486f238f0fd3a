package org.healthassistant.assistant.workspace.statistics;

/// How often a rule was in an alert that was judged.
///
/// @param judged how many alerts with this rule were judged, at least 1
/// @param wrong how many of these were false alarms
record RuleFigures(String rule, int judged, int wrong) {

  /// The share of false alarms in per cent, rounded.
  public long wrongPercent() {
    return Math.round(100.0 * wrong / judged);
  }
}
