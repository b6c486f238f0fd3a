package org.healthassistant.assistant.workspace;

import java.util.List;

/// The inbox as shown.
///
/// @param waiting how many nobody has acknowledged, whatever the filter: the number on the tab
/// @param emergencies how many of these are emergencies
/// @param filtered whether a filter hides some
/// @param truncated whether there are more than are shown
record InboxView(
    List<InboxRow> rows, int waiting, int emergencies, boolean filtered, boolean truncated) {
  InboxView {
    rows = List.copyOf(rows);
  }
}
