package org.healthassistant.evaluation.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Judges a run once, when everything has come to rest: what the senders were told of against what
/// patients read, what the database holds and what went out.
final class Judge {

  private static final String EMERGENCY = "EMERGENCY";
  private static final String ANSWER = "ANSWER";
  private static final String EMERGENCY_ACTION = "emergency";

  private final Transcripts transcripts;
  private final Stored stored;
  private final Map<String, Long> textsTo;
  private final Set<String> webhookPages;
  private final List<Found> found = new ArrayList<>();

  Judge(Transcripts transcripts, Stored stored, Outside outside) {
    this.transcripts = transcripts;
    this.stored = stored;
    this.textsTo = outside.texts().stream()
        .collect(Collectors.groupingBy(Outside.Text::to, Collectors.counting()));
    this.webhookPages = outside.pages().stream()
        .map(Outside.Page::escalation)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// One fault.
  ///
  /// @param id the message, by the id its sender gave it
  record Found(Fault fault, String id) {}

  /// All faults, in the order of the messages.
  List<Found> judge(List<Send> sends) {
    for (Send send : sends) {
      if (send.wasRefused()) {
        found.add(new Found(Fault.REFUSED, send.id()));
      }
      Stored.Message message = stored.messages().get(send.id());
      if (message != null) {
        complete(send, message);
      } else if (send.wasAccepted()) {
        found.add(new Found(Fault.LOST, send.id()));
      }
    }
    stored.unfinished().forEach(id -> found.add(new Found(Fault.UNFINISHED, id)));
    return List.copyOf(found);
  }

  /// What is stored must be whole, whether or not its sender was told.
  private void complete(Send send, Stored.Message message) {
    check(message.decided(), Fault.NO_DECISION, send);
    List<Stored.Reply> answers = stored.replies().getOrDefault(message.id(), List.of()).stream()
        .filter(reply -> reply.purpose().equals(ANSWER))
        .toList();
    check(!answers.isEmpty(), Fault.NO_REPLY, send);
    check(answers.size() <= 1, Fault.REPLY_TWICE, send);
    if (send.emergency()) {
      emergency(send, message, answers);
    }
    switch (send.channel()) {
      case WEB -> web(send, message);
      case SMS -> sms(send);
    }
  }

  private void emergency(Send send, Stored.Message message, List<Stored.Reply> answers) {
    check(message.level().equals(EMERGENCY), Fault.NOT_EMERGENCY, send);
    check(
        answers.stream().allMatch(reply -> reply.action().equals(EMERGENCY_ACTION)),
        Fault.NO_WORDING,
        send);
    Stored.Escalation escalation = stored.escalations().get(message.subject());
    boolean escalated = escalation != null && escalation.level().equals(EMERGENCY);
    check(escalated, Fault.NOT_ESCALATED, send);
    if (escalation != null) {
      check(
          stored.paged().contains(escalation.id()) && webhookPages.contains(escalation.id()),
          Fault.NOT_PAGED,
          send);
    }
  }

  private void web(Send send, Stored.Message message) {
    int times = transcripts.texts().getOrDefault(send.text(), 0);
    check(times > 0 || !send.wasAccepted(), Fault.LOST, send);
    check(times <= 1, Fault.TWICE, send);
    List<JsonNode> turns = transcripts.replies().getOrDefault(message.id(), List.of());
    long raises = stored.replies().getOrDefault(message.id(), List.of()).stream()
        .filter(reply -> !reply.purpose().equals(ANSWER))
        .count();
    check(turns.size() <= 1 + raises, Fault.REPLY_TWICE, send);
    if (send.emergency()) {
      long worded = turns.stream()
          .filter(turn -> turn.path("action").asString("").equals(EMERGENCY_ACTION))
          .filter(turn -> !turn.path("text").asString("").isBlank())
          .count();
      check(worded == 1, Fault.NO_WORDING, send);
    }
  }

  private void sms(Send send) {
    long texts = textsTo.getOrDefault(send.sender(), 0L);
    if (send.emergency()) {
      check(texts >= 1, Fault.NO_TEXT, send);
    } else {
      check(texts >= 1, Fault.TEXT_UNSURE, send);
      check(texts <= 1, Fault.TEXT_TWICE, send);
    }
  }

  private void check(boolean right, Fault fault, Send send) {
    if (!right) {
      found.add(new Found(fault, send.id()));
    }
  }

  /// How often each fault was found.
  static Map<Fault, Long> counts(List<Found> found) {
    return found.stream()
        .map(Found::fault)
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }
}
