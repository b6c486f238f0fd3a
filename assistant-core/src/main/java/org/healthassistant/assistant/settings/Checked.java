package org.healthassistant.assistant.settings;

import java.util.List;

/// A record of settings some of whose members belong together.
public interface Checked {

  /// What is wrong with the members taken together; empty: nothing.
  List<Fault> faults();
}
