package org.healthassistant.knowledge.embed;

/// How urgent an embedding is.
public enum Priority {
  /// A person waits for it.
  LIVE,
  /// Nobody waits: served by one thread at most, and after everything live.
  BULK
}
