package org.healthassistant.knowledge.cli;

import java.util.logging.Level;
import java.util.logging.Logger;

/// Keeps libraries that log through the JDK (Lucene) to what goes wrong. Named by a system
/// property.
public final class QuietLogging {
  private static final Logger ROOT = Logger.getLogger("");

  /// Called by the JDK's log manager.
  public QuietLogging() {
    ROOT.setLevel(Level.SEVERE);
  }
}
