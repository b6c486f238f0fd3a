package org.healthassistant.assistant.workspace.inbox;

import org.healthassistant.assistant.workspace.dossier.EscalationHeadline;

/// One row of the inbox, in words.
///
/// @param team whose it is; empty: nobody's in particular
/// @param announcement what is read out when the row is new
record InboxRow(EscalationHeadline head, String team, String announcement) {

  @Override
  public String toString() {
    return "InboxRow[" + head.id() + ", REDACTED]";
  }
}
