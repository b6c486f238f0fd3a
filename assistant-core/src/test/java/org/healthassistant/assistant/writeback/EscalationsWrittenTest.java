package org.healthassistant.assistant.writeback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.healthassistant.assistant.escalation.EscalationRooms.ANA;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.EscalationRooms;
import org.healthassistant.assistant.safety.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Escalations as they are stored to be written, by what really happens to them.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class EscalationsWrittenTest {

  private static final Map<TestDatabase, EscalationRooms> STARTED =
      new EnumMap<>(TestDatabase.class);

  private final EscalationRooms rooms;

  EscalationsWrittenTest(TestDatabase database) {
    rooms = STARTED.computeIfAbsent(
        database,
        d -> EscalationRooms.on(
            d,
            Map.of(
                "assistant.record.fhir.write-back.escalations",
                "true",
                "assistant.record.fhir.base-url",
                "http://localhost:9/fhir"),
            "record",
            "writeback"));
  }

  @AfterAll
  static void stop() {
    STARTED.values().forEach(EscalationRooms::close);
    STARTED.clear();
  }

  @Test
  void followFromTheFirstMessageToTheEnd() {
    Escalation opened = rooms.emergency();
    List<String> first = written(opened);
    assertThat(first).hasSize(2);
    assertThat(first.getFirst())
        .startsWith("{\"resourceType\":\"Communication\"")
        .contains("\"priority\":\"stat\"", "\"text\":\"chest pain\"", "\"code\":\"alert\"")
        .as("no word of the patient's")
        .doesNotContain("it hurts");
    assertThat(first.getLast())
        .startsWith("{\"resourceType\":\"Task\"")
        .contains("\"status\":\"requested\"", "\"priority\":\"stat\"", "\"intent\":\"order\"")
        .contains("\"focus\":{\"type\":\"Communication\",\"identifier\":{\"system\":"
            + "\"urn:health-assistant:written\",\"value\":\"" + idIn(first.getFirst()));
    assertThat(rooms.isScheduled(WriteTask.TASK, opened.subjectId())).isTrue();

    rooms.desk().acknowledge(opened.id(), ANA);
    assertThat(task(opened)).contains("\"status\":\"accepted\"");
    rooms.desk().contact(opened.id(), ANA, "call", true, null);
    assertThat(task(opened)).contains("\"status\":\"in-progress\"");
    rooms.desk().resolve(opened.id(), ANA, "sent-to-emergency", true, Optional.empty());
    assertThat(task(opened)).contains("\"status\":\"completed\"", "\"text\":\"sent to emergency\"");
    assertThat(written(opened)).as("each resource once").hasSize(2);
  }

  @Test
  void haveAMessageMoreWhereOneRaisesThemAndNoneWhereOneJoins() {
    Conversation conversation = rooms.conversation();
    Escalation opened = rooms.write(conversation, Level.ROUTINE, "routine");
    rooms.write(conversation, Level.ROUTINE, "routine");
    assertThat(written(opened)).hasSize(2);
    rooms.write(conversation, Level.SAME_DAY, "med-danger");
    assertThat(written(opened)).hasSize(3);
    assertThat(task(opened)).contains("\"priority\":\"asap\"", "\"status\":\"requested\"");
  }

  private List<String> written(Escalation escalation) {
    String all = rooms
        .bean(WriteBackPersonalData.class)
        .export(escalation.subjectId())
        .getOrDefault("written-to-fhir.json", "[]");
    return all.equals("[]")
        ? List.of()
        : List.of(all.substring(1, all.length() - 1)
            .split(",(?=\\{\"resourceType\":\"(?:Task|Communication))"));
  }

  private String task(Escalation escalation) {
    return written(escalation).stream()
        .filter(one -> one.startsWith("{\"resourceType\":\"Task\""))
        .reduce((one, other) -> {
          throw new AssertionError("two tasks");
        })
        .orElseThrow();
  }

  private static String idIn(String resource) {
    return resource.replaceFirst("^.*?\"value\":\"([^\"]+)\".*$", "$1");
  }
}
