package org.healthassistant.assistant.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Cuts a list of ids into batches that one statement may name in `in (:ids)`.
///
/// PostgreSQL takes at most 65,535 parameters a statement, and plans for thousands are slow.
public final class IdBatches {

  private static final int SIZE = 1000;

  private IdBatches() {}

  /// The ids, each once, in their order, in batches of at most a thousand; none for no id.
  public static List<List<String>> split(Collection<String> ids) {
    List<String> distinct = ids.stream().distinct().toList();
    List<List<String>> batches = new ArrayList<>();
    for (int i = 0; i < distinct.size(); i += SIZE) {
      batches.add(distinct.subList(i, Math.min(distinct.size(), i + SIZE)));
    }
    return List.copyOf(batches);
  }
}
