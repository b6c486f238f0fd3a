package org.healthassistant.assistant.workspace.dossier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.healthassistant.assistant.conversation.Author;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.EscalationEvent;
import org.healthassistant.assistant.patient.Sealing;
import org.healthassistant.assistant.record.Caregivers;
import org.healthassistant.assistant.safety.Finding;
import org.healthassistant.assistant.team.CareTeam;
import org.healthassistant.assistant.team.Member;
import org.healthassistant.assistant.workspace.frame.WorkspaceTexts;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads what was said around an escalation, as the care team reads it.
@Component
class TranscriptReader {

  /// Messages before the one that set the level, for the context.
  private static final int BEFORE = 10;

  private static final int MOST = 500;

  private final Messages messages;
  private final CareTeam team;
  private final Caregivers caregivers;
  private final WorkspaceTexts words;

  TranscriptReader(Messages messages, CareTeam team, Caregivers caregivers, WorkspaceTexts words) {
    this.caregivers = caregivers;
    this.words = words;
    this.messages = messages;
    this.team = team;
  }

  /// The messages from shortly before the first that the escalation names, of every conversation
  /// in which it names one, by time; at most 500 of each.
  List<TranscriptLine> read(Escalation escalation, Collection<EscalationEvent> history) {
    List<Message> all = named(escalation, history);
    Map<String, Set<Highlight>> marks = marks(all);
    return all.stream()
        .map(message -> TranscriptLine.read(
            message,
            text(message),
            writer(message),
            List.copyOf(marks.getOrDefault(message.id(), Set.of())),
            message.id().equals(escalation.messageId())))
        .toList();
  }

  /// A provider by name; who wrote for the patient by name and relationship.
  private @Nullable String writer(Message message) {
    return message
        .authorId()
        .flatMap(id -> message.author() == Author.PATIENT
            ? caregivers.named(message.subjectId(), id, Language.ENGLISH)
            : team.member(id).map(Member::name))
        .orElse(null);
  }

  private String text(Message message) {
    return message.text().equals(Sealing.UNREADABLE)
        ? words.text("transcript.lost")
        : message.text();
  }

  /// Something that differs when a message of the conversation was added, seen or delivered.
  /// Opens none.
  String version(Escalation escalation) {
    return messages.version(escalation.conversationId());
  }

  private List<Message> named(Escalation escalation, Collection<EscalationEvent> history) {
    Set<String> named = new LinkedHashSet<>(List.of(escalation.messageId()));
    history.forEach(event -> event.messageId().ifPresent(named::add));
    Map<String, Long> firsts = new LinkedHashMap<>();
    for (String id : named) {
      messages.find(id).ifPresent(m -> firsts.merge(m.conversationId(), m.seq(), Math::min));
    }
    List<Message> all = new ArrayList<>();
    firsts.forEach((conversation, first) ->
        all.addAll(messages.after(conversation, Math.max(0, first - 1 - BEFORE), MOST)));
    if (firsts.size() > 1) {
      all.sort(Comparator.comparing(Message::at).thenComparing(Message::id));
    }
    return all;
  }

  /// By message: a finding may lie in an earlier message than the one it was made for.
  private static Map<String, Set<Highlight>> marks(List<Message> messages) {
    return messages.stream()
        .flatMap(message -> message.decision().stream())
        .flatMap(decision -> decision.findings().stream())
        .collect(Collectors.groupingBy(
            Finding::message,
            Collectors.mapping(Highlight::of, Collectors.toCollection(LinkedHashSet::new))));
  }
}
