package org.healthassistant.assistant.answer;

/// A trend that belongs to an answer.
///
/// @param title what is drawn
/// @param loinc the code of the trend
public record Chart(String title, String loinc) {}
