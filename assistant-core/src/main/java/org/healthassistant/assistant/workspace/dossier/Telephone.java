package org.healthassistant.assistant.workspace.dossier;

/// @param use `mobile`, `home`, `texts` for a number that wrote to us, …; empty if not told
public record Telephone(String number, String use) {
  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
