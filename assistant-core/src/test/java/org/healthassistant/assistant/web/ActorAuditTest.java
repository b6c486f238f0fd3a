package org.healthassistant.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.TestService;
import org.healthassistant.assistant.access.Caller;
import org.healthassistant.assistant.audit.Audit;
import org.healthassistant.assistant.audit.Audit.Actor;
import org.healthassistant.assistant.audit.Audit.ObjectRef;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.store.Ids;
import org.junit.jupiter.api.Test;

/// What a person does who acts for a patient is kept as that person's.
class ActorAuditTest {

  private final TestService service = TestService.on(TestDatabase.H2);
  private final String patient = "acted-for-" + Ids.next();

  @Test
  void keepsAsTheirsWhatEachDoes() {
    ActorAudit actors = service.bean(ActorAudit.class);
    ObjectRef consent = new ObjectRef("consent", "research");
    actors.append(patient(Optional.of("daughter")), subject(), "decided", consent, "true");
    actors.append(patient(Optional.empty()), subject(), "decided", consent, "false");

    assertThat(service.bean(Audit.class).about(subject(), "decided"))
        .extracting(Audit.Event::actor)
        .containsExactly(Actor.patient(patient), Actor.proxy("daughter"));
  }

  @Test
  void keepsByProxyWhatPatientsThemselvesLeaveInRows() {
    ActorAudit actors = service.bean(ActorAudit.class);
    ObjectRef seen = new ObjectRef("conversation", "c");
    actors.appendByProxy(patient(Optional.of("daughter")), subject(), "messages-seen", seen);
    actors.appendByProxy(patient(Optional.empty()), subject(), "messages-seen", seen);

    assertThat(service.bean(Audit.class).about(subject(), "messages-seen"))
        .extracting(Audit.Event::actor)
        .containsExactly(Actor.proxy("daughter"));
  }

  private String subject() {
    return service.bean(Subjects.class).ensurePatient(patient).id();
  }

  private Caller patient(Optional<String> actingFor) {
    return new Caller(Caller.Kind.PATIENT, patient, "A patient", Set.of(), actingFor);
  }
}
