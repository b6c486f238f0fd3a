package org.healthassistant.assistant.workspace.dossier;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.Escalations;
import org.healthassistant.assistant.patient.SafeContact;
import org.healthassistant.assistant.record.Caregivers;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Turns escalations into items of a list: with who they are about, and whether texts get
/// through.
@Component
public class EscalationItems {

  private final Escalations escalations;
  private final DisplayNames names;
  private final SafeContact contact;
  private final Messages messages;
  private final Caregivers caregivers;

  EscalationItems(
      Escalations escalations,
      DisplayNames names,
      SafeContact contact,
      Messages messages,
      Caregivers caregivers) {
    this.messages = messages;
    this.caregivers = caregivers;
    this.contact = contact;
    this.escalations = escalations;
    this.names = names;
  }

  /// The items of some escalations, in their order; read together, however many there are.
  public List<EscalationItem> read(Collection<Escalation> some) {
    Set<String> unreachable =
        escalations.withFailedText(some.stream().map(Escalation::id).toList());
    Set<String> subjects = some.stream().map(Escalation::subjectId).collect(Collectors.toSet());
    Map<String, DisplayName> known = names.forSubjects(subjects);
    Map<String, String> writers =
        messages.writersFor(some.stream().map(Escalation::messageId).toList());
    Set<String> unsafe = contact.unsafeAmong(subjects);
    return some.stream()
        .map(e -> item(
            e,
            Objects.requireNonNull(known.get(e.subjectId())),
            unreachable.contains(e.id()),
            unsafe.contains(e.subjectId()),
            writer(e, writers.get(e.messageId()))))
        .toList();
  }

  /// One escalation's item.
  public EscalationItem read(Escalation one) {
    return read(List.of(one)).getFirst();
  }

  private @Nullable String writer(Escalation e, @Nullable String person) {
    return person == null
        ? null
        : caregivers.named(e.subjectId(), person, Language.ENGLISH).orElse(null);
  }

  private static EscalationItem item(
      Escalation e,
      DisplayName who,
      boolean cannotText,
      boolean contactUnsafe,
      @Nullable String writtenBy) {
    return new EscalationItem(
        e.id(),
        e.conversationId(),
        who.patient(),
        who.contact(),
        e.level(),
        e.categories(),
        e.state(),
        e.createdAt(),
        e.replyBy(),
        e.assignee().orElse(null),
        cannotText,
        contactUnsafe,
        writtenBy);
  }
}
