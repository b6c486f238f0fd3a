package org.healthassistant.knowledge.article;

import java.util.Locale;
import java.util.Optional;

/// How far an article has been reviewed.
public enum ReviewStatus {
  /// Being written; never shown.
  DRAFT,
  /// With a reviewer; never shown.
  IN_REVIEW,
  /// Reviewed by a clinician; shown while valid.
  APPROVED,
  /// Withdrawn; never shown.
  RETIRED,
  /// Shipped with the product and reviewed by no clinician; shown only where allowed, and marked.
  STARTER;

  /// The status as front matter writes it, as `in-review`.
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The status written so in front matter; empty when there is none.
  public static Optional<ReviewStatus> ofLabel(String label) {
    for (ReviewStatus status : values()) {
      if (status.label().equals(label)) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }
}
