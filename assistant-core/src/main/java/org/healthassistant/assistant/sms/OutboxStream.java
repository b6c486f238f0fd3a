package org.healthassistant.assistant.sms;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.healthassistant.assistant.delivery.SentTextReader;
import org.healthassistant.assistant.stream.EventSink;
import org.healthassistant.assistant.stream.EventStreams;
import org.healthassistant.connector.sms.Segmentation;
import org.healthassistant.connector.sms.Segmenter;
import tools.jackson.databind.json.JsonMapper;

/// The texts to a number, those there are and then each as it goes out, for one reader.
final class OutboxStream implements EventStreams.Source {

  private final String number;
  private final String numberHash;
  private final SentTextReader texts;
  private final JsonMapper json;
  private final Set<String> sent = new HashSet<>();

  /// @param lastEventId the text after which to go on; of none, or one not known, all are sent
  OutboxStream(
      String number, String numberHash, String lastEventId, SentTextReader texts, JsonMapper json) {
    this.number = number;
    this.numberHash = numberHash;
    this.texts = texts;
    this.json = json;
    List<String> ids = texts.ids(numberHash);
    sent.addAll(ids.subList(0, ids.indexOf(lastEventId) + 1));
  }

  @Override
  public boolean poll(EventSink sink) throws IOException {
    boolean any = false;
    for (String id : texts.ids(numberHash)) {
      if (sent.add(id)) {
        sink.event("sms", id, json.writeValueAsString(event(texts.open(id))));
        any = true;
      }
    }
    return any;
  }

  /// Demo mode alone has this page, on one instance with few readers.
  @Override
  public boolean hasChanged() {
    return true;
  }

  private Event event(SentTextReader.SentText text) {
    Segmentation segments = Segmenter.segment(text.text());
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
