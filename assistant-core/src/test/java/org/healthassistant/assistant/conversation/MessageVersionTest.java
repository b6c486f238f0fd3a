package org.healthassistant.assistant.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.TestService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What an open window asks every few seconds costs no deciphering: it is answered where nothing
/// can be deciphered.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class MessageVersionTest {

  private static final String PATIENT = "priya-nair";

  private final TestService service;

  MessageVersionTest(TestDatabase database) {
    service = TestService.on(database);
  }

  @Test
  void opensNoMessage() {
    Messages messages = service.bean(Messages.class);
    String conversation = service.begin(PATIENT);
    String empty = messages.version(conversation);
    service.say(PATIENT, conversation, "thanks");
    String written = messages.version(conversation);
    assertThat(written).isNotEqualTo(empty);

    Map<String, byte[]> sealed = sealed(conversation);
    sealed.keySet().forEach(id -> seal(id, new byte[] {1}));
    try {
      assertThat(messages.version(conversation)).isEqualTo(written);
      assertThat(messages.after(conversation, 0, 10))
          .as("reading one would be noticed")
          .isNotEmpty()
          .noneMatch(Message::isReadable);
    } finally {
      sealed.forEach(this::seal); // the patient writes in other tests too
    }
  }

  private Map<String, byte[]> sealed(String conversation) {
    Map<String, byte[]> sealed = new HashMap<>();
    service
        .bean(JdbcClient.class)
        .sql("select id, text_sealed from message where conversation_id = :conversation")
        .param("conversation", conversation)
        .query(row -> {
          sealed.put(row.getString("id"), row.getBytes("text_sealed"));
        });
    return sealed;
  }

  private void seal(String message, byte[] text) {
    service
        .bean(JdbcClient.class)
        .sql("update message set text_sealed = :text where id = :id")
        .param("text", text)
        .param("id", message)
        .update();
  }
}
