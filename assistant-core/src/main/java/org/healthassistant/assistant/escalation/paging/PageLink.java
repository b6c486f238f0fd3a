package org.healthassistant.assistant.escalation.paging;

import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.settings.ServiceAddress;
import org.springframework.stereotype.Component;

/// The address of an escalation's page in the workspace, as pages carry it.
@Component
class PageLink {

  private final ServiceAddress address;

  PageLink(ServiceAddress address) {
    this.address = address;
  }

  String to(Escalation escalation) {
    return address.to("/workspace/escalations/" + escalation.id()).toString();
  }
}
