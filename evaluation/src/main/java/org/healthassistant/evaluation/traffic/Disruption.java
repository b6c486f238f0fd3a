package org.healthassistant.evaluation.traffic;

/// What is done to a service while it works.
public enum Disruption {
  /// Its process is killed, and started again.
  KILLED,
  /// Its process stands still for longer than a dead worker is noticed in, and goes on.
  PAUSED,
  /// The database server is killed with all its processes, and started again.
  DATABASE_KILLED,
  /// All connections to the database server are cut.
  CUT_OFF
}
