package org.healthassistant.assistant.turn.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.TestService;
import org.healthassistant.assistant.safety.ScreenedText;
import org.junit.jupiter.api.Test;

class PendingReadingCacheTest {

  private final PendingReadingCache cache = new PendingReadingCache();

  @Test
  void handsTheReadingOfAMessageOutOnce() {
    PendingReading reading = TestService.on(TestDatabase.H2)
        .bean(MessageReadings.class)
        .begin(new ScreenedText("one", "hello"), List.of());
    cache.put("one", reading);

    assertThat(cache.take("another")).isEmpty();
    assertThat(cache.take("one")).contains(reading);
    assertThat(cache.take("one")).isEmpty();
  }
}
