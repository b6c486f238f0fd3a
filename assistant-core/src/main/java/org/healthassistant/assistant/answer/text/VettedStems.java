package org.healthassistant.assistant.answer.text;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Remembers the stems of vetted sentences, titles and headings, which never change within a
/// release. Nothing a patient wrote is kept here. Safe from any thread.
public final class VettedStems {

  private final ConcurrentHashMap<String, Set<String>> known = new ConcurrentHashMap<>();

  /// The content stems of a vetted text.
  public Set<String> stems(String vetted) {
    return known.computeIfAbsent(vetted, text -> Set.copyOf(ContentStems.in(text)));
  }
}
