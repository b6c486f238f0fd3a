package org.healthassistant.knowledge;

import java.time.LocalDate;
import org.healthassistant.knowledge.embed.Encoders;
import org.healthassistant.knowledge.passage.Eligibility;
import org.healthassistant.knowledge.release.Release;

/// The starter release with the real encoders, opened once for all tests.
public final class StarterIndex {
  /// The real encoders.
  public static final Encoders ENCODERS = Encoders.builtIn();

  /// The index over the starter release, in memory.
  public static final KnowledgeIndex INDEX = KnowledgeIndex.open(Release.starter(), ENCODERS, null);

  /// A day on which the starter articles are valid, with starter content allowed.
  public static final Eligibility TODAY = new Eligibility(LocalDate.of(2026, 12, 1), true);

  private StarterIndex() {}
}
