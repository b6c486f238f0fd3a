package org.healthassistant.assistant.escalation;

/// Hears of every change of an escalation, in the transaction that makes it, which holds the
/// subject's lock. For rooms that this one does not know.
public interface EscalationListener {

  /// Something of it was stored.
  ///
  /// @param now as it is from now on
  /// @param kind of the entry that was stored with it
  void changed(Escalation now, EventKind kind);
}
