package org.healthassistant.assistant.workspace;

import java.util.Optional;
import org.healthassistant.assistant.TestService;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.Escalations;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.patient.Subjects;

/// An escalation of a patient who had none open, whatever other tests did.
///
/// @param id the escalation's
/// @param conversation where its message was written
public record FreshEscalation(TestService service, String patient, String id, String conversation) {

  /// Resolves what is open and writes a message that is escalated.
  public static FreshEscalation of(TestService service, String patient, String text) {
    open(service, patient).ifPresent(e -> resolve(service, e.id()));
    String conversation = service.begin(patient);
    String id =
        service.say(patient, conversation, text).get("escalation").get("id").asString();
    return new FreshEscalation(service, patient, id, conversation);
  }

  /// Does something by the interface.
  public int act(String provider, String action, String body) {
    return service
        .send("POST", "/api/v1/escalations/" + id + "/" + action, service.token(provider), body)
        .statusCode();
  }

  /// Closes it.
  public void resolve() {
    resolve(service, id);
  }

  private static void resolve(TestService service, String id) {
    service.send(
        "POST",
        "/api/v1/escalations/" + id + "/resolve",
        service.token("nurse-ana"),
        "{\"outcome\":\"no-action\"}");
  }

  private static Optional<Escalation> open(TestService service, String patient) {
    return service
        .bean(Subjects.class)
        .findPatient(patient)
        .map(Subject::id)
        .flatMap(service.bean(Escalations.class)::open);
  }
}
