package org.healthassistant.assistant.safety.rules;

import java.util.List;

/// Says everything that is wrong with the files of a rule pack.
public final class BrokenRulePack extends IllegalStateException {

  private static final long serialVersionUID = 1;

  private final transient List<String> problems;

  BrokenRulePack(List<String> problems) {
    super("the rule pack has " + problems.size() + " problem(s): " + String.join("; ", problems));
    this.problems = List.copyOf(problems);
  }

  /// Each problem with its file, the entry, and what is expected.
  public List<String> problems() {
    return problems;
  }
}
