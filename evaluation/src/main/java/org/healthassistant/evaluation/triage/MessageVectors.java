package org.healthassistant.evaluation.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.healthassistant.assistant.safety.WindowVector;
import org.healthassistant.knowledge.embed.Encoder;
import org.healthassistant.knowledge.embed.Encoders;
import org.healthassistant.knowledge.embed.MessageWindows;
import org.healthassistant.knowledge.embed.Priority;
import org.healthassistant.knowledge.embed.Window;

/// Takes the vectors of messages as the service does: by windows, with the bilingual encoder.
public final class MessageVectors implements AutoCloseable {

  private final Encoders encoders = Encoders.builtIn();

  /// The encoder that they are taken with.
  public Encoder encoder() {
    return encoders.bilingual();
  }

  /// The vectors of a message, window by window in the order of the text; empty for no text.
  public List<WindowVector> windows(String text) {
    var windows = MessageWindows.of(text, encoder());
    var waiting = new ArrayList<CompletableFuture<float[]>>();
    for (Window window : windows) {
      waiting.add(encoder().encode(window.text(), Priority.LIVE));
    }
    var vectors = new ArrayList<WindowVector>();
    for (int at = 0; at < windows.size(); at++) {
      var window = windows.get(at);
      vectors.add(new WindowVector(window.start(), window.end(), waiting.get(at).join()));
    }
    return vectors;
  }

  @Override
  public void close() {
    encoders.close();
  }
}
