package org.healthassistant.assistant;

import java.util.List;

/// The settings are wrong; the service does not start.
final class WrongSettingsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> faults;

  WrongSettingsException(List<String> faults) {
    super((faults.size() == 1 ? "1 setting is wrong" : faults.size() + " settings are wrong")
        + ": "
        + String.join("; ", faults));
    this.faults = List.copyOf(faults);
  }

  List<String> faults() {
    return faults;
  }
}
