package org.healthassistant.assistant;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/// The directions between rooms, as each room's package-info states them.
class ModularityTest {

  @Test
  void everyRoomImportsOnlyWhatItMay() {
    ApplicationModules.of(Application.class).verify();
  }
}
