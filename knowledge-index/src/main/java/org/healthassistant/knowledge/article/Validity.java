package org.healthassistant.knowledge.article;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Decides whether content may be shown: the only place where this is decided.
public final class Validity {
  private Validity() {}

  /// Whether content may be shown on a day.
  ///
  /// It must be approved and reviewed, or starter content where that is allowed; its facts and
  /// its review must not lie after the day, nor the day after `reviewBy`.
  public static boolean shown(
      ReviewStatus status,
      LocalDate evidenceDate,
      @Nullable LocalDate reviewedOn,
      LocalDate reviewBy,
      LocalDate on,
      boolean allowStarter) {
    boolean reviewed = switch (status) {
      case APPROVED -> reviewedOn != null;
      case STARTER -> allowStarter;
      case DRAFT, IN_REVIEW, RETIRED -> false;
    };
    return reviewed
        && !evidenceDate.isAfter(on)
        && (reviewedOn == null || !reviewedOn.isAfter(on))
        && !on.isAfter(reviewBy);
  }
}
