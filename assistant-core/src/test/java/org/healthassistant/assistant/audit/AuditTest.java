package org.healthassistant.assistant.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.TestService;
import org.healthassistant.assistant.audit.Audit.Actor;
import org.healthassistant.assistant.audit.Audit.Event;
import org.healthassistant.assistant.audit.Audit.ObjectRef;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.store.Transactions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// What is kept of what was done, on both databases.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class AuditTest {

  private static final ObjectRef ITEM = new ObjectRef("record", "Observation/a1c-3");

  private final TestService service;
  private final Audit audit;
  private final AuditData data;
  private final String subject = Ids.next();

  AuditTest(TestDatabase database) {
    service = TestService.on(database);
    audit = service.bean(Audit.class);
    data = service.bean(AuditData.class);
  }

  @Test
  void tellsWhoDidWhatToWhatTheLatestFirst() {
    append(Actor.provider("nurse-ana"), "viewed", "first");
    append(Actor.ASSISTANT, "viewed", "second");
    append(Actor.ASSISTANT, "disclosure", "third");

    List<Event> viewed = audit.about(subject, "viewed");

    assertThat(viewed).extracting(Event::detail).containsExactly("second", "first");
    assertThat(viewed.getLast().actor()).isEqualTo(new Actor("provider", "nurse-ana"));
    assertThat(viewed.getLast().object()).isEqualTo(ITEM);
    assertThat(audit.about(Ids.next(), "viewed")).isEmpty();
  }

  @Test
  void isRolledBackWithWhatItTellsOf() {
    assertThatThrownBy(() -> service.bean(Transactions.class).durable(() -> {
          append(Actor.SYSTEM, "viewed", "never happened");
          throw new IllegalStateException("rolled back");
        }))
        .hasMessage("rolled back");

    assertThat(audit.about(subject, "viewed")).isEmpty();
  }

  @Test
  void staysAsItIsWhenASubjectIsLinkedOrErased() {
    append(Actor.patient(subject), "viewed", "kept");
    List<Event> before = audit.about(subject, "viewed");

    data.link(subject, Ids.next());
    data.erase(subject);

    assertThat(audit.about(subject, "viewed")).isEqualTo(before).hasSize(1);
  }

  @Test
  void handsThePatientWhatWasDoneButNoNameAndNoDetail() {
    append(Actor.provider("nurse-ana"), "viewed", "inbox");

    assertThat(data.export(subject))
        .hasEntrySatisfying(
            "audit.json",
            exported -> assertThat(exported)
                .contains("\"by\":\"provider\"", "\"action\":\"viewed\"", "Observation/a1c-3")
                .doesNotContain("nurse-ana")
                .doesNotContain("inbox"));
  }

  private void append(Actor actor, String action, String detail) {
    audit.append(actor, action, Optional.of(subject), ITEM, detail);
  }
}
