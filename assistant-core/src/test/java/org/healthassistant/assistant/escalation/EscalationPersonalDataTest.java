package org.healthassistant.assistant.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.healthassistant.assistant.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EscalationPersonalDataTest {

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void exportsAnEscalationAsOneFlatObject(TestDatabase database) {
    try (EscalationRooms rooms = EscalationRooms.on(database, Map.of())) {
      Escalation opened = rooms.emergency();
      String exported = rooms
          .bean(EscalationPersonalData.class)
          .export(opened.subjectId())
          .get("escalations.json");

      JsonNode one = JsonMapper.shared().readTree(exported).get(0).get("escalation");

      assertThat(one.propertyNames())
          .containsExactlyInAnyOrder(
              "id",
              "subjectId",
              "conversationId",
              "messageId",
              "formerId",
              "level",
              "categories",
              "state",
              "humanRequested",
              "createdAt",
              "levelAt",
              "replyBy",
              "assignee",
              "acknowledgedBy",
              "acknowledgedAt",
              "contactedAt",
              "resolvedAt",
              "outcome",
              "alertRight",
              "round",
              "changedAt");
      assertThat(one.get("id").asString()).isEqualTo(opened.id());
      assertThat(one.get("state").asString()).isEqualTo("OPEN");
    }
  }
}
