package org.healthassistant.assistant.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
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
    BlockingQueue<Event> shown = new LinkedBlockingQueue<>();
    CompletableFuture<Optional<Turn>> made = stored
        .done()
        .map(turn -> CompletableFuture.completedFuture(Optional.of(turn)))
        .orElseGet(() -> CompletableFuture.supplyAsync(
            () -> corridor.complete(stored.messageId(), new Queued(shown)), threads));
    made.whenComplete((turn, failure) -> shown.add(new Event.Made()));
    try {
      new Telling(stored, EventSink.open(response)).tell(made, shown);
    } catch (IOException gone) {
      // The reader went away: the reply is made all the same.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// What happens while a reply is made.
  private sealed interface Event {
    /// The decision that the reply is made under.
    record Begun(Turn.Triage triage) implements Event {}

    /// A sentence that stands.
    record Shown(Turn.Sentence sentence) implements Event {}

    /// The reply is there, or could not be made.
    record Made() implements Event {}
  }

  /// Puts what is told of a reply into a queue, so that a slow reader keeps no model waiting.
  private record Queued(BlockingQueue<Event> events) implements Turn.Progress {
    @Override
    public void begin(Turn.Triage triage) {
      events.add(new Event.Begun(triage));
    }

    @Override
    public void show(Turn.Sentence sentence) {
      events.add(new Event.Shown(sentence));
    }
  }

  /// One stream: each sentence is sent once.
  private final class Telling {

    private final Accepted.Stored stored;
    private final EventSink events;
    private final List<Turn.Sentence> sent = new ArrayList<>();
    private String level;

    Telling(Accepted.Stored stored, EventSink events) {
      this.stored = stored;
      this.events = events;
      this.level = stored.triage().messageLevel();
    }

    void tell(CompletableFuture<Optional<Turn>> made, BlockingQueue<Event> shown)
        throws IOException, InterruptedException {
      send("triage", null, stored.triage());
      for (Turn.Sentence sentence : stored.fixed()) {
        sentence(sentence);
      }
      events.flush();
      follow(shown);
      Optional<Turn> turn = Optional.empty();
      try {
        turn = made.join();
      } catch (CompletionException | CancellationException e) {
        log.error(
            "WB-002: the reply to message {} could not be made now; its task will make it: {}",
            stored.messageId(),
            String.valueOf(e.getCause() == null ? "" : e.getCause().getClass().getName()));
      }
      if (turn.isPresent()) {
        finish(turn.get());
      } else {
        send("problem", null, LATE);
      }
      events.flush();
    }

    /// Sends what is shown until the reply is made.
    private void follow(BlockingQueue<Event> shown) throws IOException, InterruptedException {
      while (true) {
        switch (shown.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS)) {
          case null -> events.ping();
          case Event.Begun begun -> triage(begun.triage());
          case Event.Shown one -> {
            sentence(one.sentence());
            events.flush();
          }
          case Event.Made end -> {
            return;
          }
        }
      }
    }

    private void finish(Turn turn) throws IOException {
      triage(turn.triage());
      for (Turn.Sentence sentence : turn.sentences()) {
        sentence(sentence);
      }
      send("done", turn.replyId(), turn);
    }

    private void triage(Turn.Triage triage) throws IOException {
      if (!triage.messageLevel().equals(level)) {
        level = triage.messageLevel();
        send("triage", null, triage);
      }
    }

    private void sentence(Turn.Sentence sentence) throws IOException {
      if (!sent.contains(sentence)) {
        sent.add(sentence);
        send("sentence", null, sentence);
      }
    }

    private void send(String name, @Nullable String id, Object data) throws IOException {
      events.event(name, id, json.writeValueAsString(data));
    }
  }
}
