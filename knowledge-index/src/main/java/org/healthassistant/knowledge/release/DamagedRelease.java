package org.healthassistant.knowledge.release;

import java.util.List;

/// A release that cannot be trusted: files are missing, changed, or hold no content.
public final class DamagedRelease extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Names the release and everything that is wrong with it.
  public DamagedRelease(String release, List<String> problems) {
    super("release " + release + " cannot be used: " + String.join("; ", problems)
        + "; make it anew with 'knowledge-index release'");
  }
}
