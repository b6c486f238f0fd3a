package org.healthassistant.assistant.escalation;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The address of an escalation's page in the workspace, as pages carry it.
@Component
class PageLink {

  private final String base;

  PageLink(@Value("${assistant.base-url:http://127.0.0.1:${server.port:8080}}") String base) {
    this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
  }

  String to(Escalation escalation) {
    return base + "/workspace/escalations/" + escalation.id();
  }
}
