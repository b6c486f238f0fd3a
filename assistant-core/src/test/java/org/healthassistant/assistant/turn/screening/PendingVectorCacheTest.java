package org.healthassistant.assistant.turn.screening;

import static org.assertj.core.api.Assertions.assertThat;

import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.TestService;
import org.healthassistant.assistant.library.Library;
import org.healthassistant.assistant.library.PendingVectors;
import org.junit.jupiter.api.Test;

class PendingVectorCacheTest {

  private final PendingVectorCache cache = new PendingVectorCache();

  @Test
  void handsTheVectorsOfAMessageOutOnce() {
    PendingVectors vectors = TestService.on(TestDatabase.H2).bean(Library.class).begin("hello");
    cache.put("one", vectors);

    assertThat(cache.take("another")).isEmpty();
    assertThat(cache.take("one")).contains(vectors);
    assertThat(cache.take("one")).isEmpty();
  }
}
