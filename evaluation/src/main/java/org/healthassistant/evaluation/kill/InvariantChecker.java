package org.healthassistant.evaluation.kill;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.healthassistant.evaluation.service.DatabaseSnapshot;
import org.healthassistant.evaluation.stub.StubbedOutsideWorld;
import org.healthassistant.evaluation.traffic.Send;
import org.healthassistant.evaluation.traffic.Transcripts;
import tools.jackson.databind.JsonNode;

/// Judges a run once, when everything has come to rest: what the senders were told of against
/// what patients read, what the database holds and what went out.
final class InvariantChecker {

  private static final String EMERGENCY = "EMERGENCY";
  private static final String ANSWER = "ANSWER";
  private static final String EMERGENCY_ACTION = "emergency";

  private final Transcripts transcripts;
  private final DatabaseSnapshot snapshot;
  private final Map<String, Long> textsTo;
  private final Set<String> webhookPages;
  private final List<Finding> found = new ArrayList<>();

  InvariantChecker(
      Transcripts transcripts, DatabaseSnapshot snapshot, StubbedOutsideWorld outside) {
    this.transcripts = transcripts;
    this.snapshot = snapshot;
    this.textsTo = outside.texts().stream()
        .collect(Collectors.groupingBy(StubbedOutsideWorld.Text::to, Collectors.counting()));
    this.webhookPages = outside.pages().stream()
        .map(StubbedOutsideWorld.Page::escalation)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// One fault.
  ///
  /// @param id the message, by the id its sender gave it
  record Finding(Violation violation, String id) {}

  /// All faults, in the order of the messages.
  List<Finding> check(List<Send> sends) {
    for (Send send : sends) {
      if (send.wasRefused()) {
        found.add(new Finding(Violation.REFUSED, send.id()));
      }
      DatabaseSnapshot.Message message = snapshot.messages().get(send.id());
      if (message != null) {
        complete(send, message);
      } else if (send.wasAccepted()) {
        found.add(new Finding(Violation.LOST, send.id()));
      }
    }
    snapshot.unfinished().forEach(id -> found.add(new Finding(Violation.UNFINISHED, id)));
    return List.copyOf(found);
  }

  /// What is stored must be whole, whether or not its sender was told.
  private void complete(Send send, DatabaseSnapshot.Message message) {
    check(message.decided(), Violation.NO_DECISION, send);
    List<DatabaseSnapshot.Reply> answers =
        snapshot.replies().getOrDefault(message.id(), List.of()).stream()
            .filter(reply -> reply.purpose().equals(ANSWER))
            .toList();
    check(!answers.isEmpty(), Violation.NO_REPLY, send);
    check(answers.size() <= 1, Violation.REPLY_TWICE, send);
    if (send.emergency()) {
      emergency(send, message, answers);
    }
    switch (send.channel()) {
      case WEB -> web(send, message);
      case SMS -> sms(send);
    }
  }

  private void emergency(
      Send send, DatabaseSnapshot.Message message, List<DatabaseSnapshot.Reply> answers) {
    check(message.level().equals(EMERGENCY), Violation.NOT_EMERGENCY, send);
    check(
        answers.stream().allMatch(reply -> reply.action().equals(EMERGENCY_ACTION)),
        Violation.NO_WORDING,
        send);
    DatabaseSnapshot.Escalation escalation = snapshot.escalations().get(message.subject());
    boolean escalated = escalation != null && escalation.level().equals(EMERGENCY);
    check(escalated, Violation.NOT_ESCALATED, send);
    if (escalation != null) {
      check(
          snapshot.paged().contains(escalation.id()) && webhookPages.contains(escalation.id()),
          Violation.NOT_PAGED,
          send);
    }
  }

  private void web(Send send, DatabaseSnapshot.Message message) {
    int times = transcripts.texts().getOrDefault(send.text(), 0);
    check(times > 0 || !send.wasAccepted(), Violation.LOST, send);
    check(times <= 1, Violation.TWICE, send);
    List<JsonNode> turns = transcripts.replies().getOrDefault(message.id(), List.of());
    long raises = snapshot.replies().getOrDefault(message.id(), List.of()).stream()
        .filter(reply -> !reply.purpose().equals(ANSWER))
        .count();
    check(turns.size() <= 1 + raises, Violation.REPLY_TWICE, send);
    if (send.emergency()) {
      long worded = turns.stream()
          .filter(turn -> turn.path("action").asString("").equals(EMERGENCY_ACTION))
          .filter(turn -> !turn.path("text").asString("").isBlank())
          .count();
      check(worded == 1, Violation.NO_WORDING, send);
    }
  }

  private void sms(Send send) {
    long texts = textsTo.getOrDefault(send.sender(), 0L);
    if (send.emergency()) {
      check(texts >= 1, Violation.NO_TEXT, send);
    } else {
      check(texts >= 1, Violation.TEXT_UNSURE, send);
      check(texts <= 1, Violation.TEXT_TWICE, send);
    }
  }

  private void check(boolean right, Violation violation, Send send) {
    if (!right) {
      found.add(new Finding(violation, send.id()));
    }
  }

  /// How often each fault was found.
  static Map<Violation, Long> counts(List<Finding> found) {
    return found.stream()
        .map(Finding::violation)
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }
}
