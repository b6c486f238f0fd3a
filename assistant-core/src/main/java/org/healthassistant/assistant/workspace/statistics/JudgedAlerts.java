package org.healthassistant.assistant.workspace.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.healthassistant.assistant.access.Caller;
import org.healthassistant.assistant.audit.Audit;
import org.healthassistant.assistant.conversation.Conversations;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.escalation.history.EscalationTimes;
import org.healthassistant.assistant.patient.Consents;
import org.healthassistant.assistant.patient.KeyDestroyedException;
import org.healthassistant.assistant.patient.Purpose;
import org.healthassistant.assistant.safety.Finding;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.safety.TriageDecision;
import org.healthassistant.assistant.store.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Alerts that a provider has judged, as evaluation data: triage cases, a line each.
///
/// A patient's words are in them only where they are asked for and the patient has granted
/// `research`; each such line is audited. Alerts of erased patients are left out.
@Component
class JudgedAlerts {

  private final Messages messages;
  private final Conversations conversations;
  private final Consents consents;
  private final Audit audit;
  private final Transactions transactions;
  private final JsonMapper json;

  JudgedAlerts(
      Messages messages,
      Conversations conversations,
      Consents consents,
      Audit audit,
      Transactions transactions,
      JsonMapper json) {
    this.messages = messages;
    this.conversations = conversations;
    this.consents = consents;
    this.audit = audit;
    this.transactions = transactions;
    this.json = json;
  }

  /// The rules that saw something in the message of each judged alert, by the escalation's id.
  Map<String, Set<String>> rules(List<EscalationTimes> cases) {
    Map<String, Set<String>> found = new HashMap<>();
    for (EscalationTimes one : cases) {
      if (one.right().isPresent()) {
        decided(one).ifPresent(decision -> found.put(one.id(), rules(decision)));
      }
    }
    return found;
  }

  /// The lines, oldest first, each ended by a line feed. What is audited of them is durable, in
  /// one transaction, before they are returned.
  ///
  /// @param words whether patients' words are wanted; only an administrator may
  String lines(List<EscalationTimes> cases, boolean words, Caller by) {
    return transactions.durable(() -> cases.stream()
        .filter(one -> one.right().isPresent())
        .flatMap(one -> line(one, words, by).stream())
        .map(line -> json.writeValueAsString(line) + "\n")
        .collect(Collectors.joining()));
  }

  private Optional<Line> line(EscalationTimes one, boolean words, Caller by) {
    return message(one)
        .flatMap(message -> message.decision().map(decision -> {
          boolean right = one.right().orElseThrow();
          boolean withWords = words && consents.granted(one.subjectId(), Purpose.RESEARCH);
          if (withWords) {
            keep(one, by);
          }
          return new Line(
              one.id(),
              conversations.get(one.conversationId()).language().tag(),
              withWords ? message.text() : null,
              right ? decision.level() : one.loweredTo().orElse(null),
              decision.level(),
              decision.categories(),
              List.copyOf(rules(decision)),
              right,
              one.outcome().orElse(""));
        }));
  }

  private void keep(EscalationTimes one, Caller by) {
    audit.append(
        Audit.Actor.provider(by.id()),
        "alert-words-exported",
        Optional.of(one.subjectId()),
        new Audit.ObjectRef("escalation", one.id()),
        Purpose.RESEARCH.code());
  }

  private Optional<TriageDecision> decided(EscalationTimes one) {
    return message(one).flatMap(Message::decision);
  }

  private Optional<Message> message(EscalationTimes one) {
    try {
      return messages.find(one.messageId());
    } catch (KeyDestroyedException erased) {
      return Optional.empty();
    }
  }

  private static Set<String> rules(TriageDecision decision) {
    return decision.findings().stream()
        .map(Finding::rule)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// @param text absent: not asked for, or no consent
  /// @param level what it should have been, as far as a clinician has said: as screened where the
  ///     alert was right, else what it was lowered to; absent: not said
  /// @param screened what the screen made of it
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Line(
      String id,
      String lang,
      @Nullable String text,
      @Nullable Level level,
      Level screened,
      List<String> categories,
      List<String> rules,
      boolean alertRight,
      String outcome) {
    @Override
    public String toString() {
      return "Line[" + id + ", REDACTED]";
    }
  }
}
