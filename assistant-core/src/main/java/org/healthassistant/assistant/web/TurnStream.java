package org.healthassistant.assistant.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.healthassistant.assistant.turn.Accepted;
import org.healthassistant.assistant.turn.Corridor;
import org.healthassistant.assistant.turn.Turn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Streams a Turn: `triage`, `sentence`*, `done` or `problem`. The reply is made by a thread of its
/// own, so a client that goes away changes nothing.
@Component
class TurnStream {

  private static final Logger log = LoggerFactory.getLogger(TurnStream.class);
  private static final int HEARTBEAT_SECONDS = 5;

  private final Corridor corridor;
  private final JsonMapper json;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  TurnStream(Corridor corridor, JsonMapper json) {
    this.corridor = corridor;
    this.json = json;
  }

  void write(Accepted.Stored stored, HttpServletResponse response) throws IOException {
    CompletableFuture<Optional<Turn>> made = stored
        .done()
        .map(turn -> CompletableFuture.completedFuture(Optional.of(turn)))
        .orElseGet(() ->
            CompletableFuture.supplyAsync(() -> corridor.complete(stored.messageId()), threads));
    EventWriter events = new EventWriter(response, json);
    events.send("triage", null, stored.triage());
    stored.fixed().forEach(sentence -> events.send("sentence", null, sentence));
    try {
      await(made, events).ifPresentOrElse(turn -> finish(stored, turn, events), () -> late(events));
    } catch (ExecutionException | CompletionException e) {
      log.error(
          "WB-002: the reply to message {} could not be made now; its task will make it: {}",
          stored.messageId(),
          String.valueOf(e.getCause() == null ? "" : e.getCause().getClass().getName()));
      late(events);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Optional<Turn> await(CompletableFuture<Optional<Turn>> made, EventWriter events)
      throws InterruptedException, ExecutionException {
    while (true) {
      try {
        return made.get(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
      } catch (TimeoutException stillWorking) {
        events.heartbeat();
      }
    }
  }

  private static void finish(Accepted.Stored stored, Turn turn, EventWriter events) {
    if (!turn.triage().messageLevel().equals(stored.triage().messageLevel())) {
      events.send("triage", null, turn.triage());
    }
    List<Turn.Sentence> shown = stored.fixed();
    turn.sentences().stream()
        .filter(sentence -> !shown.contains(sentence))
        .forEach(sentence -> events.send("sentence", null, sentence));
    events.send("done", turn.replyId(), turn);
  }

  private static void late(EventWriter events) {
    events.send(
        "problem",
        null,
        Map.of(
            "status",
            503,
            "code",
            "still-working",
            "detail",
            "Your message is safe and the reply is being made."));
  }
}
