package org.healthassistant.assistant.workspace.dossier;

import java.util.Set;

/// Where the text of a message is on its way to a phone, as the care team reads it.
public enum TextDelivery {
  FAILED,
  UNKNOWN,
  SUPPRESSED,
  PENDING,
  SENDING,
  ACCEPTED,
  DELIVERED;

  private static final Set<TextDelivery> NOT_THERE = Set.of(FAILED, UNKNOWN, SUPPRESSED);

  /// Whether it will not get through, or nobody can know that it did: somebody has to look.
  public boolean isLost() {
    return NOT_THERE.contains(this);
  }
}
