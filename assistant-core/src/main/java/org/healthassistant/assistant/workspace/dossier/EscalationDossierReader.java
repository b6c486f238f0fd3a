package org.healthassistant.assistant.workspace.dossier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.healthassistant.assistant.conversation.Conversations;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.EscalationEvent;
import org.healthassistant.assistant.escalation.Escalations;
import org.healthassistant.assistant.patient.PhoneNumbers;
import org.healthassistant.assistant.record.RecordDesk;
import org.healthassistant.assistant.store.ClinicalClock;
import org.healthassistant.assistant.team.CareTeam;
import org.healthassistant.assistant.team.Member;
import org.healthassistant.connector.record.Person;
import org.healthassistant.connector.record.Phone;
import org.springframework.stereotype.Component;

/// Reads escalations with all that belongs to them.
@Component
public class EscalationDossierReader {

  /// Messages before the one that set the level, for the context.
  private static final int BEFORE = 10;

  private static final int MOST = 500;

  private final Escalations escalations;
  private final Conversations conversations;
  private final Messages messages;
  private final RecordDesk records;
  private final PhoneNumbers numbers;
  private final DisplayNames identities;
  private final CareTeam team;
  private final UnseenReplies unseen;
  private final ClinicalClock clock;

  EscalationDossierReader(
      Escalations escalations,
      Conversations conversations,
      Messages messages,
      RecordDesk records,
      PhoneNumbers numbers,
      DisplayNames identities,
      CareTeam team,
      UnseenReplies unseen,
      ClinicalClock clock) {
    this.escalations = escalations;
    this.conversations = conversations;
    this.messages = messages;
    this.records = records;
    this.numbers = numbers;
    this.identities = identities;
    this.team = team;
    this.unseen = unseen;
    this.clock = clock;
  }

  /// The items of some escalations, in their order.
  public List<EscalationItem> items(Collection<Escalation> some) {
    Set<String> unreachable =
        escalations.withFailedText(some.stream().map(Escalation::id).toList());
    return some.stream().map(e -> item(e, unreachable.contains(e.id()))).toList();
  }

  /// One item.
  public EscalationItem item(Escalation escalation) {
    return items(List.of(escalation)).getFirst();
  }

  /// The whole case; empty when there is no such escalation.
  public Optional<EscalationDossier> read(String id) {
    return escalations.find(id).map(this::read);
  }

  /// Something that differs when the case has changed in a way that its page shows; empty when
  /// there
  /// is no such escalation.
  public Optional<String> version(String id) {
    return escalations.find(id).map(escalation -> {
      StringBuilder all = new StringBuilder(escalation.changedAt().toString());
      long since = messages.find(escalation.messageId()).map(Message::seq).orElse(1L);
      for (Message m : messages.after(escalation.conversationId(), since - 1, MOST)) {
        all.append(m.seq()).append(m.seenAt().isPresent()).append(m.delivery().orElse(""));
      }
      return all.append(unseen.overdueOf(id).isPresent()).toString();
    });
  }

  private EscalationDossier read(Escalation escalation) {
    Optional<Person> person = records.person(escalation.subjectId());
    List<EscalationEvent> history = escalations.history(escalation.id());
    return new EscalationDossier(
        escalation,
        item(escalation),
        conversations.get(escalation.conversationId()),
        person,
        person.map(p -> p.ageOn(clock.today())),
        telephones(escalation.subjectId(), person),
        transcript(escalation, history),
        records.clinicalSummary(escalation.subjectId()),
        history);
  }

  private EscalationItem item(Escalation e, boolean cannotText) {
    DisplayName who = identities.of(e.subjectId());
    return new EscalationItem(
        e.id(),
        e.conversationId(),
        who.patient(),
        who.contact(),
        e.level().name(),
        e.categories(),
        e.state().name(),
        e.createdAt(),
        e.replyBy(),
        e.assignee().orElse(null),
        cannotText);
  }

  private List<Telephone> telephones(String subjectId, Optional<Person> person) {
    Map<String, Telephone> all = new LinkedHashMap<>();
    for (Phone phone : person.map(Person::phones).orElse(List.of())) {
      all.putIfAbsent(
          numbers.e164(phone.number()).orElse(phone.number()),
          new Telephone(phone.number(), phone.use()));
    }
    for (PhoneNumbers.Known known : numbers.forSubject(subjectId)) {
      String number = numbers.open(known);
      all.putIfAbsent(number, new Telephone(number, "texts"));
    }
    return List.copyOf(all.values());
  }

  private List<TranscriptLine> transcript(Escalation escalation, List<EscalationEvent> history) {
    Map<String, Long> firsts = new LinkedHashMap<>();
    Set<String> named = new LinkedHashSet<>(List.of(escalation.messageId()));
    history.forEach(event -> event.messageId().ifPresent(named::add));
    for (String id : named) {
      messages.find(id).ifPresent(m -> firsts.merge(m.conversationId(), m.seq(), Math::min));
    }
    List<Message> all = new ArrayList<>();
    firsts.forEach((conversation, first) ->
        all.addAll(messages.after(conversation, Math.max(0, first - 1 - BEFORE), MOST)));
    if (firsts.size() > 1) {
      all.sort(Comparator.comparing(Message::at).thenComparing(Message::id));
    }
    Map<String, Set<Highlight>> marks = marks(all);
    return all.stream()
        .map(message -> TranscriptLine.of(
            message,
            message.authorId().flatMap(team::member).map(Member::name).orElse(null),
            List.copyOf(marks.getOrDefault(message.id(), Set.of())),
            message.id().equals(escalation.messageId())))
        .toList();
  }

  /// By message: a finding may lie in an earlier message than the one it was made for.
  private static Map<String, Set<Highlight>> marks(List<Message> messages) {
    return messages.stream()
        .flatMap(message -> message.decision().stream())
        .flatMap(decision -> decision.findings().stream())
        .collect(Collectors.groupingBy(
            finding -> finding.message(),
            Collectors.mapping(Highlight::of, Collectors.toCollection(LinkedHashSet::new))));
  }
}
