package org.healthassistant.assistant.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Writes server-sent events to one reader; what was written goes out at the next flush. Not
/// safe for several threads. Every method throws `IOException` once the reader has gone.
public final class EventSink {

  private final Writer to;

  private EventSink(Writer to) {
    this.to = to;
  }

  /// Makes the response an event stream that nothing on its way keeps or holds back, and begins
  /// it.
  public static EventSink open(HttpServletResponse response) throws IOException {
    response.setStatus(HttpServletResponse.SC_OK);
    response.setContentType("text/event-stream");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Accel-Buffering", "no");
    // Not the response's own writer, which never tells that the reader has gone.
    EventSink sink = new EventSink(new OutputStreamWriter(response.getOutputStream(), UTF_8));
    sink.to.write("retry: 1000\n\n");
    sink.flush();
    return sink;
  }

  /// An event without an id.
  ///
  /// @param data may have several lines
  public void event(String name, String data) throws IOException {
    event(name, null, data);
  }

  /// An event.
  ///
  /// @param id what the reader resumes after; null: nothing new
  /// @param data may have several lines
  public void event(String name, @Nullable String id, String data) throws IOException {
    if (id != null) {
      to.write("id: " + id + "\n");
    }
    to.write("event: " + name + "\n");
    for (String line : data.lines().toList()) {
      to.write("data: " + line + "\n");
    }
    to.write("\n");
  }

  /// Sends what was written.
  public void flush() throws IOException {
    to.flush();
  }

  /// Sends that the reader should come again after a while, where the stream ends early.
  public void comeBackIn(Duration pause) throws IOException {
    to.write("retry: " + pause.toMillis() + "\n\n");
    to.flush();
  }

  /// Sends a comment, which keeps the connection open and finds out whether the reader is there.
  public void ping() throws IOException {
    to.write(":\n\n");
    to.flush();
  }
}
