package org.healthassistant.assistant.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.healthassistant.assistant.patient.PersonalData;
import org.healthassistant.assistant.patient.Subjects;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What this room keeps of a subject: conversations, messages, replies, feedback and the
/// question that waits for an answer.
@Component
class ConversationData implements PersonalData {

  private final Subjects subjects;
  private final Conversations conversations;
  private final Messages messages;
  private final JsonMapper json;

  ConversationData(
      Subjects subjects, Conversations conversations, Messages messages, JsonMapper json) {
    this.subjects = subjects;
    this.conversations = conversations;
    this.messages = messages;
    this.json = json;
  }

  @Override
  public Set<String> tables() {
    return Set.of("conversation", "message", "reply", "feedback", "symptom_question");
  }

  @Override
  public Map<String, String> export(String subjectId) {
    List<Object> all = new ArrayList<>();
    for (Conversation conversation : conversations.ofSubject(subjectId)) {
      all.addAll(messages.after(conversation.id(), 0, Integer.MAX_VALUE));
    }
    return Map.of("transcripts.json", json.writeValueAsString(all));
  }

  /// Each row keeps the key it was sealed with, so it is read as before.
  @Override
  public void link(String fromSubjectId, String toSubjectId) {
    subjects.handOver(tables(), fromSubjectId, toSubjectId);
  }

  @Override
  public void erase(String subjectId) {
    // Texts, decisions and turns are sealed: they cannot be read once the key is destroyed.
  }
}
