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
import org.healthassistant.assistant.stream.EventSink;
import org.healthassistant.assistant.turn.Accepted;
import org.healthassistant.assistant.turn.Corridor;
import org.healthassistant.assistant.turn.Turn;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Streams a Turn: `triage`, `sentence`*, `done` or `problem`. The reply is made by a thread of
/// its own, so a client that goes away changes nothing.
@Component
class TurnStream {

  private static final Logger log = LoggerFactory.getLogger(TurnStream.class);
  private static final int HEARTBEAT_SECONDS = 5;

  private static final Map<String, Object> LATE = Map.of(
      "status",
      503,
      "code",
      "still-working",
      "detail",
      "Your message is safe and the reply is being made.");

  private final Corridor corridor;
  private final JsonMapper json;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  TurnStream(Corridor corridor, JsonMapper json) {
    this.corridor = corridor;
    this.json = json;
  }

  void write(Accepted.Stored stored, HttpServletResponse response) {
    CompletableFuture<Optional<Turn>> made = stored
        .done()
        .map(turn -> CompletableFuture.completedFuture(Optional.of(turn)))
        .orElseGet(() ->
            CompletableFuture.supplyAsync(() -> corridor.complete(stored.messageId()), threads));
    try {
      tell(stored, made, EventSink.open(response));
    } catch (IOException gone) {
      // The reader went away: the reply is made all the same.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell(
      Accepted.Stored stored, CompletableFuture<Optional<Turn>> made, EventSink events)
      throws IOException, InterruptedException {
    send(events, "triage", null, stored.triage());
    for (Turn.Sentence sentence : stored.fixed()) {
      send(events, "sentence", null, sentence);
    }
    events.flush();
    Optional<Turn> turn = Optional.empty();
    try {
      turn = await(made, events);
    } catch (ExecutionException | CompletionException e) {
      log.error(
          "WB-002: the reply to message {} could not be made now; its task will make it: {}",
          stored.messageId(),
          String.valueOf(e.getCause() == null ? "" : e.getCause().getClass().getName()));
    }
    if (turn.isPresent()) {
      finish(stored, turn.get(), events);
    } else {
      send(events, "problem", null, LATE);
    }
    events.flush();
  }

  private void send(EventSink events, String name, @Nullable String id, Object data)
      throws IOException {
    events.event(name, id, json.writeValueAsString(data));
  }

  private static Optional<Turn> await(CompletableFuture<Optional<Turn>> made, EventSink events)
      throws IOException, InterruptedException, ExecutionException {
    while (true) {
      try {
        return made.get(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
      } catch (TimeoutException stillWorking) {
        events.ping();
      }
    }
  }

  private void finish(Accepted.Stored stored, Turn turn, EventSink events) throws IOException {
    if (!turn.triage().messageLevel().equals(stored.triage().messageLevel())) {
      send(events, "triage", null, turn.triage());
    }
    List<Turn.Sentence> shown = stored.fixed();
    for (Turn.Sentence sentence : turn.sentences()) {
      if (!shown.contains(sentence)) {
        send(events, "sentence", null, sentence);
      }
    }
    send(events, "done", turn.replyId(), turn);
  }
}
