package org.healthassistant.assistant.web;

import org.healthassistant.assistant.access.Caller;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.conversation.Conversations;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.patient.Subjects;
import org.springframework.stereotype.Component;

/// The calling patient's own subject and conversations. What is another patient's is answered
/// exactly as what does not exist.
@Component
class Patients {

  private final Subjects subjects;
  private final Conversations conversations;

  Patients(Subjects subjects, Conversations conversations) {
    this.subjects = subjects;
    this.conversations = conversations;
  }

  /// The caller's subject, made where the patient calls for the first time.
  Subject subject(Caller caller) {
    return subjects.ensurePatient(caller.id());
  }

  /// A conversation of the caller.
  ///
  /// @throws ApiProblem 404 if there is none, or it is another patient's
  Conversation conversation(Caller caller, String id) {
    Subject subject = subject(caller);
    return conversations
        .find(id)
        .filter(conversation -> conversation.subjectId().equals(subject.id()))
        .orElseThrow(() -> ApiProblem.notFound("conversation"));
  }
}
