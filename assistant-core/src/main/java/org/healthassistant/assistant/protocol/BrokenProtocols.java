package org.healthassistant.assistant.protocol;

import java.util.List;

/// The protocols that ship with the product cannot be used; names every problem.
public final class BrokenProtocols extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  BrokenProtocols(List<String> problems) {
    super("SP-001: the protocols have " + problems.size() + " problems: "
        + String.join("; ", problems));
  }
}
