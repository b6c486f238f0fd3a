/// The patient's door: HTTP and event streams under `/api/v1`, the demo portal, article pages and
/// the widget's files. It reads what comes in, calls the corridor, and writes what comes out;
/// nothing is decided here.
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "problem",
      "settings",
      "store",
      "stream",
      "turn",
      "conversation",
      "escalation",
      "record",
      "record :: plot",
      "record :: measured",
      "record :: server",
      "library",
      "safety",
      "patient",
      "patient :: caregiver",
      "audit",
      "access",
      "words"
    })
@NullMarked
package org.healthassistant.assistant.web;

import org.jspecify.annotations.NullMarked;
