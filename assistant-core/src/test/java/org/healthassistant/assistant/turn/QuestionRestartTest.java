package org.healthassistant.assistant.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.healthassistant.assistant.Application;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.conversation.Conversations;
import org.healthassistant.assistant.escalation.Escalations;
import org.healthassistant.assistant.patient.Consents;
import org.healthassistant.assistant.patient.Purpose;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// A question that we asked waits for its answer while the service is down.
class QuestionRestartTest {

  private static final String PATIENT = "asked-before-a-restart";

  @Test
  void isAnsweredAfterARestart(@TempDir Path data) {
    Map<String, Object> place = TestDatabase.H2.fresh();
    String conversation;
    try (var service = start(place, data)) {
      Subject subject = service.getBean(Subjects.class).ensurePatient(PATIENT);
      service.getBean(Consents.class).decide(subject.id(), Purpose.CHAT, true);
      conversation = service
          .getBean(Conversations.class)
          .beginWeb(subject.id(), Language.ENGLISH)
          .id();
      Turn asked = say(service, conversation, "I have had a headache since yesterday");
      assertThat(asked.action()).isEqualTo("clarify");
    }

    try (var service = start(place, data)) {
      Turn answered = say(service, conversation, "2");

      assertThat(answered.action()).isEqualTo("emergency");
      assertThat(answered.triage().categories()).contains("stroke");
      Subject subject = service.getBean(Subjects.class).ensurePatient(PATIENT);
      assertThat(service.getBean(Escalations.class).open(subject.id()))
          .hasValueSatisfying(open -> assertThat(open.level()).isEqualTo(Level.EMERGENCY));
    }
  }

  private static ConfigurableApplicationContext start(Map<String, Object> place, Path data) {
    List<String> settings = new ArrayList<>(List.of(
        "--assistant.data-directory=" + data,
        "--server.port=0",
        "--management.server.port=0",
        "--assistant.clock=2026-11-24T09:00:00-05:00"));
    place.forEach((name, value) -> settings.add("--" + name + "=" + value));
    return new SpringApplicationBuilder(Application.class).run(settings.toArray(String[]::new));
  }

  private static Turn say(ConfigurableApplicationContext service, String in, String text) {
    Corridor corridor = service.getBean(Corridor.class);
    var message = new Inbound.Web(PATIENT, Optional.empty(), in, text, Optional.empty(), false);
    Accepted.Stored stored = (Accepted.Stored) corridor.accept(message);
    return corridor.complete(stored.messageId()).orElseThrow();
  }
}
