package org.healthassistant.assistant.escalation;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.healthassistant.assistant.escalation.EscalationRooms.ANA;
import static org.healthassistant.assistant.escalation.EscalationRooms.BEN;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.escalation.desk.EscalationDesk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/// Rooms in New York with a nurse on duty by day, a doctor behind her, and nobody at night;
/// pages go to a webhook that takes them unless a test says otherwise.
public abstract class DutyByDayFixture {

  private static final String TEAM = "assistant.escalation.team.";
  private static final Map<TestDatabase, EscalationRooms> STARTED =
      new EnumMap<>(TestDatabase.class);
  protected static final WireMockServer HOOK = new WireMockServer(
      WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());

  protected final EscalationRooms rooms;
  protected final EscalationDesk desk;

  protected DutyByDayFixture(TestDatabase database) {
    rooms = STARTED.computeIfAbsent(database, DutyByDayFixture::start);
    desk = rooms.desk();
    rooms.at("2026-11-24T15:00:00Z");
  }

  private static EscalationRooms start(TestDatabase database) {
    Map<String, String> settings = new HashMap<>();
    settings.put("assistant.time-zone", "America/New_York");
    settings.put("assistant.escalation.webhook.url", HOOK.baseUrl() + "/page");
    settings.put("assistant.escalation.webhook.secret", "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz");
    settings.put(TEAM + "people[0].id", ANA);
    settings.put(TEAM + "people[0].role", "nurse");
    settings.put(TEAM + "people[1].id", BEN);
    settings.put(TEAM + "people[1].role", "physician");
    settings.put(TEAM + "shifts[0].people", ANA);
    settings.put(TEAM + "shifts[0].backup", BEN);
    settings.put(TEAM + "shifts[0].from", "07:00");
    settings.put(TEAM + "shifts[0].to", "19:00");
    return EscalationRooms.on(database, settings);
  }

  @BeforeAll
  static void listen() {
    HOOK.start();
  }

  @AfterAll
  static void stop() {
    STARTED.values().forEach(EscalationRooms::close);
    STARTED.clear();
    HOOK.stop();
  }

  @BeforeEach
  void answer() {
    HOOK.resetAll();
    HOOK.stubFor(any(anyUrl()).willReturn(ok()));
  }

  /// Round, step and recipient of each page.
  protected List<String> pages(Escalation escalation) {
    return rooms.pages(escalation).stream()
        .map(key -> key.substring(escalation.id().length() + 1, key.lastIndexOf('/')))
        .toList();
  }
}
