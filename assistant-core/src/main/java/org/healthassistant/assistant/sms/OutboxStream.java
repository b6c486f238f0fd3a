package org.healthassistant.assistant.sms;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.healthassistant.assistant.delivery.SentTexts;
import org.healthassistant.assistant.store.WakeUps;
import org.healthassistant.connector.sms.Segmentation;
import org.healthassistant.connector.sms.Segmenter;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/// One reader of the texts to a number: a cursor that reads the rows after its position, writes,
/// and waits to be woken.
final class OutboxStream {

  /// So often something is written, so that a reader who has gone is noticed.
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private final SseEmitter emitter;
  private final String number;
  private final String numberHash;
  private final String lastEventId;
  private final SentTexts texts;
  private final WakeUps wakeUps;
  private final JsonMapper json;
  private final Set<String> sent = new HashSet<>();

  OutboxStream(
      SseEmitter emitter,
      String number,
      String numberHash,
      String lastEventId,
      SentTexts texts,
      WakeUps wakeUps,
      JsonMapper json) {
    this.emitter = emitter;
    this.number = number;
    this.numberHash = numberHash;
    this.lastEventId = lastEventId;
    this.texts = texts;
    this.wakeUps = wakeUps;
    this.json = json;
  }

  /// Writes until the reader goes or the thread is interrupted.
  void run() {
    String topic = SentTexts.topic(numberHash);
    wakeUps.join(topic);
    try {
      skip();
      emitter.send(SseEmitter.event().comment("open"));
      while (true) {
        long ticket = wakeUps.ticket(topic);
        sendNew();
        if (!wakeUps.await(topic, ticket, HEARTBEAT)) {
          emitter.send(SseEmitter.event().comment("still here"));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      emitter.complete();
    } catch (IOException | IllegalStateException e) {
      // The reader has gone.
      emitter.complete();
    } finally {
      wakeUps.leave(topic);
    }
  }

  private void skip() {
    List<String> ids = texts.ids(numberHash);
    sent.addAll(ids.subList(0, ids.indexOf(lastEventId) + 1));
  }

  private void sendNew() throws IOException {
    for (String id : texts.ids(numberHash)) {
      if (sent.add(id)) {
        emitter.send(SseEmitter.event()
            .id(id)
            .name("sms")
            .data(json.writeValueAsString(event(texts.open(id))), MediaType.TEXT_PLAIN));
      }
    }
  }

  private Event event(SentTexts.SentText text) {
    Segmentation segments = Segmenter.of(text.text());
    return new Event(
        text.id(),
        number,
        text.text(),
        segments.segments(),
        segments.encoding().name(),
        text.at().atOffset(ZoneOffset.UTC).toString());
  }

  /// What the page reads.
  private record Event(
      String id, String to, String text, int segments, String encoding, String at) {
    @Override
    public String toString() {
      return "Event[" + id + ", [REDACTED]]";
    }
  }
}
