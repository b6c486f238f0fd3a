package org.healthassistant.assistant.patient;

import java.nio.charset.StandardCharsets;

/// Where a sealed value stands; bytes moved to another place do not open there.
public record AssociatedData(String table, String column, String row) {

  byte[] associatedData() {
    return (table + "/" + column + "/" + row).getBytes(StandardCharsets.UTF_8);
  }
}
