package org.healthassistant.assistant.workspace.inbox;

import java.util.List;

/// The inbox as shown.
///
/// @param filtered whether a filter hides some
/// @param truncated whether there are more than are shown
record InboxView(List<InboxRow> rows, boolean filtered, boolean truncated) {
  InboxView {
    rows = List.copyOf(rows);
  }
}
