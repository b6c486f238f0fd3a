package org.healthassistant.assistant.conversation;

import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.TestService;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.store.TopicSignals;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class StoredConversationsTest extends ConversationsContract {

  private final TestService service;
  private final Conversations conversations;

  StoredConversationsTest(TestDatabase database) {
    service = TestService.on(database);
    conversations = ConversationsAtTime.of(service, clock, new TopicSignals());
  }

  @Override
  Conversations conversations() {
    return conversations;
  }

  @Override
  String subject() {
    return service.bean(Subjects.class).ensurePatient("contract-" + Ids.next()).id();
  }
}
