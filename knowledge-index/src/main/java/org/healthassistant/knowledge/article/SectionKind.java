package org.healthassistant.knowledge.article;

/// What a section's heading asks. Which headings mean which kind is data (`headings.yaml`).
public enum SectionKind {
  /// What the topic is.
  OVERVIEW,
  /// How it shows.
  SYMPTOMS,
  /// Where it comes from.
  CAUSES,
  /// What is done about it.
  TREATMENT,
  /// What a person can do.
  SELF_CARE,
  /// When to call the care team.
  CALL_CARE_TEAM,
  /// When to get emergency help.
  EMERGENCY,
  /// What to ask at a visit.
  QUESTIONS,
  /// Any other heading.
  TOPIC;
}
