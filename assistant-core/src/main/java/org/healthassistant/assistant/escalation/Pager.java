package org.healthassistant.assistant.escalation;

import org.healthassistant.assistant.store.TaskHandler;
import org.springframework.stereotype.Component;

/// Pages people until one acknowledges.
@Component
class Pager implements TaskHandler {

  static final String TASK = "page-escalation";

  @Override
  public String name() {
    return TASK;
  }

  @Override
  public Next run(String escalationId) {
    return new Next.Done();
  }
}
