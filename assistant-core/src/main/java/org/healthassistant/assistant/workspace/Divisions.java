package org.healthassistant.assistant.workspace;

import java.util.List;
import org.healthassistant.assistant.access.Caller;
import org.springframework.stereotype.Component;

/// How teams divide the inbox.
@Component
class Divisions {

  record Division(String id, String name) {}

  List<Division> all() {
    return List.of();
  }

  boolean isOf(List<String> categories, String team, Caller caller) {
    return true;
  }

  String name(List<String> categories) {
    return "";
  }
}
