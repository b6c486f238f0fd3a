package org.healthassistant.assistant.record;

import org.healthassistant.assistant.patient.Subject;

/// Hears that a record came of which there was no copy: what was screened before was screened
/// without it.
public interface FirstCopies {

  /// A first copy was kept, in the transaction that keeps it, which holds the subject's lock.
  void came(Subject subject);
}
