package org.healthassistant.assistant.escalation;

/// Tells the core what paging knows: whether anybody was ever notified of an escalation.
///
/// Implemented by the paging room, so that no arrow leads from here to there.
public interface AcceptedPages {

  /// Whether any channel has accepted a page of the escalation, in whatever round, and did not
  /// report since that it could not be delivered.
  boolean anyAccepted(String escalationId);
}
