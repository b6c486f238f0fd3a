package org.healthassistant.assistant.escalation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What an entry of an escalation's history says has happened.
///
/// Each kind has a code, which is what the database and the API hold; a code is never changed.
public enum EventKind {
  /// A message opened it.
  OPENED("opened"),
  /// A more urgent message, or a clinician, raised its level.
  RAISED("raised"),
  /// A further message joined it.
  JOINED("joined"),
  /// A clinician lowered its level.
  LOWERED("lowered"),
  /// No channel reaches anybody; once a round.
  NO_CHANNEL("no-channel"),
  /// A step paged people although nobody is on duty; once a round.
  NOBODY_ON_DUTY("nobody-on-duty"),
  /// A channel accepted a page.
  PAGED("paged"),
  /// A page was given up, or was not delivered.
  PAGE_FAILED("page-failed"),
  /// The watchdog scheduled a lost task again.
  RESCHEDULED("rescheduled"),
  /// The patient was told who was alerted, or that nobody could be.
  PATIENT_TOLD("patient-told"),
  /// The patient did not answer whether the person is safe.
  NO_ANSWER("no-answer"),
  /// The patient said that calls or texts are not safe.
  CONTACT_UNSAFE("contact-unsafe"),
  /// A clinician found that calls and texts are safe.
  CONTACT_SAFE("contact-safe"),
  /// A person took it.
  ACKNOWLEDGED("acknowledged"),
  /// Nobody was in contact with the patient in time after it was taken.
  ACKNOWLEDGEMENT_EXPIRED("acknowledgement-expired"),
  /// It was given to a member of the team.
  ASSIGNED("assigned"),
  /// A person took the conversation over from the assistant.
  TAKEN_OVER("taken-over"),
  /// A person wrote to the patient.
  REPLIED("replied"),
  /// The patient saw what a person wrote.
  SEEN("seen"),
  /// A person called or met the patient, or tried to.
  CONTACTED("contacted"),
  /// A person wrote a note for the team.
  NOTED("noted"),
  /// The conversation was given back to the assistant.
  HANDED_BACK("handed-back"),
  /// A text to the patient did not get through.
  TEXT_FAILED("text-failed"),
  /// A person closed it.
  RESOLVED("resolved");

  private static final Map<String, EventKind> BY_CODE =
      Arrays.stream(values()).collect(Collectors.toMap(EventKind::code, Function.identity()));

  private final String code;

  EventKind(String code) {
    this.code = code;
  }

  /// The stable word of the database, the API and the audit trail.
  @JsonValue
  public String code() {
    return code;
  }

  /// The kind of that code.
  ///
  /// @throws IllegalArgumentException if no kind has it
  public static EventKind parse(String code) {
    EventKind kind = BY_CODE.get(code);
    if (kind == null) {
      throw new IllegalArgumentException("no kind of event has the code '" + code + "'");
    }
    return kind;
  }
}
