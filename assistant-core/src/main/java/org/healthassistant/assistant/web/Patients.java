package org.healthassistant.assistant.web;

import java.util.Map;
import java.util.Optional;
import org.healthassistant.assistant.access.Caller;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.conversation.Conversations;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.patient.caregiver.CarePart;
import org.healthassistant.assistant.problem.ProblemCode;
import org.healthassistant.assistant.record.Caregivers;
import org.healthassistant.assistant.record.Viewer;
import org.healthassistant.assistant.web.limit.ChangeRate;
import org.springframework.stereotype.Component;

/// The calling patient's own subject and conversations. What is another patient's is answered
/// exactly as what does not exist.
@Component
class Patients {

  private final Subjects subjects;
  private final Conversations conversations;
  private final Caregivers caregivers;
  private final ChangeRate rate;

  Patients(Subjects subjects, Conversations conversations, Caregivers caregivers, ChangeRate rate) {
    this.caregivers = caregivers;
    this.rate = rate;
    this.subjects = subjects;
    this.conversations = conversations;
  }

  /// The caller's subject, made where the patient calls for the first time.
  ///
  /// @throws ApiProblem 403 to somebody who acts for a patient and may not, or not any more
  Subject subject(Caller caller) {
    Optional<String> person = caller.actingFor();
    if (person.isEmpty()) {
      return subjects.ensurePatient(caller.id());
    }
    return subjects
        .findPatient(caller.id())
        .filter(subject -> caregivers.mayAct(subject.id(), person.get()))
        .orElseThrow(() -> new ApiProblem(
            ProblemCode.CONSENT_REQUIRED,
            "The patient has not agreed that this person acts for them, or not any more."));
  }

  /// The subject of a patient who calls in person, for what nobody may do for another.
  ///
  /// @throws ApiProblem 403 to somebody who acts for a patient
  Subject inPerson(Caller caller) {
    if (caller.actingFor().isPresent()) {
      throw new ApiProblem(ProblemCode.NOT_ALLOWED, "Only the patient may do this.");
    }
    return subject(caller);
  }

  /// To whom the record is told.
  Viewer viewer(Caller caller) {
    return caregivers.viewer(subject(caller).id(), caller.actingFor());
  }

  /// Whether a caller may read a conversation now: the patient all of them; a caregiver those
  /// begun by that person, and the patient's own where these were given.
  boolean mayRead(Caller caller, Conversation conversation) {
    return caller.actingFor().map(person -> mayRead(person, conversation)).orElse(true);
  }

  private boolean mayRead(String person, Conversation conversation) {
    return conversation.caregiver().isPresent()
        ? conversation.caregiver().get().equals(person)
            && caregivers.mayAct(conversation.subjectId(), person)
        : caregivers.sees(conversation.subjectId(), person).contains(CarePart.MESSAGES);
  }

  /// Counts a change that the caller makes beside messages, before any work.
  ///
  /// @throws ApiProblem 429 if there were too many within a minute
  void changes(Caller caller) {
    if (!rate.allows(caller.id())) {
      throw new ApiProblem(
          ProblemCode.TOO_FAST,
          "Too many changes in a minute.",
          Map.of("Retry-After", String.valueOf(ChangeRate.TIME.toSeconds())));
    }
  }

  /// A conversation of the caller.
  ///
  /// @throws ApiProblem 404 if there is none, or it is another patient's
  Conversation conversation(Caller caller, String id) {
    Subject subject = subject(caller);
    return conversations
        .find(id)
        .filter(conversation -> conversation.subjectId().equals(subject.id()))
        .filter(conversation -> mayRead(caller, conversation))
        .orElseThrow(() -> ApiProblem.notFound("conversation"));
  }

  /// Whose a conversation is.
  Subject subject(Conversation conversation) {
    return subjects.get(conversation.subjectId());
  }

  /// A conversation into which the caller writes. A caregiver's own stays open to what is
  /// written, also when nothing of it may be read any more: nothing is refused unscreened.
  ///
  /// @throws ApiProblem 404 if there is none, or it is another patient's
  Conversation conversationToWrite(Caller caller, String id) {
    return own(caller, id).orElseGet(() -> conversation(caller, id));
  }

  /// The conversation that a caregiver began; empty: it is none of that person's.
  private Optional<Conversation> own(Caller caller, String id) {
    return caller
        .actingFor()
        .flatMap(person -> conversations
            .find(id)
            .filter(one -> one.caregiver().equals(Optional.of(person)))
            .filter(one -> subjects
                .findPatient(caller.id())
                .filter(subject -> subject.id().equals(one.subjectId()))
                .isPresent()));
  }
}
