package org.healthassistant.assistant.sms;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.healthassistant.assistant.delivery.SentTexts;
import org.healthassistant.assistant.delivery.SmsProvider;
import org.healthassistant.assistant.patient.PhoneNumbers;
import org.healthassistant.assistant.store.WakeUps;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/// The open streams of the demo phone, each on a virtual thread of its own; they end when the
/// service does.
@Component
@OnProvider(SmsProvider.DEMO)
class OutboxStreams {

  private final SentTexts texts;
  private final PhoneNumbers numbers;
  private final WakeUps wakeUps;
  private final JsonMapper json;
  private final Set<Thread> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  OutboxStreams(SentTexts texts, PhoneNumbers numbers, WakeUps wakeUps, JsonMapper json) {
    this.texts = texts;
    this.numbers = numbers;
    this.wakeUps = wakeUps;
    this.json = json;
  }

  /// Opens a stream of the texts to a number.
  ///
  /// @param lastEventId the text after which to go on; of none, or one not known, all are sent
  SseEmitter open(String e164, String lastEventId) {
    SseEmitter emitter = new SseEmitter(0L);
    OutboxStream stream =
        new OutboxStream(emitter, e164, numbers.hashOf(e164), lastEventId, texts, wakeUps, json);
    Thread.ofVirtual().name("sms-outbox-stream").start(() -> run(stream));
    return emitter;
  }

  private void run(OutboxStream stream) {
    open.add(Thread.currentThread());
    try {
      if (!closed) {
        stream.run();
      }
    } finally {
      open.remove(Thread.currentThread());
    }
  }

  @EventListener(ContextClosedEvent.class)
  void close() {
    closed = true;
    open.forEach(Thread::interrupt);
  }
}
