package org.healthassistant.knowledge.embed;

/// How urgent an embedding is, most urgent first.
public enum Priority {
  /// Before all else: what tells whether a person is in danger.
  FIRST,
  /// A person waits for it.
  LIVE,
  /// Nobody waits: served by one thread at most, and after everything live.
  BULK
}
