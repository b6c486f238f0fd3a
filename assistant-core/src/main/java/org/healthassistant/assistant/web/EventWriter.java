package org.healthassistant.assistant.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Writes server-sent events to one client, from the request's own virtual thread. When the client
/// has gone away, [#open] says so and writing does nothing.
final class EventWriter {

  private final OutputStream out;
  private final JsonMapper json;
  private boolean open = true;

  EventWriter(HttpServletResponse response, JsonMapper json) throws IOException {
    this.json = json;
    response.setStatus(HttpServletResponse.SC_OK);
    response.setContentType("text/event-stream");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Accel-Buffering", "no");
    this.out = response.getOutputStream();
    heartbeat();
  }

  boolean open() {
    return open;
  }

  /// Sends one event.
  ///
  /// @param id what the client resumes after; null: none
  void send(String event, @Nullable String id, Object data) {
    StringBuilder text = new StringBuilder();
    if (id != null) {
      text.append("id: ").append(id).append('\n');
    }
    text.append("event: ").append(event).append('\n');
    text.append("data: ").append(json.writeValueAsString(data)).append("\n\n");
    write(text.toString());
  }

  /// A comment that keeps the connection alive.
  void heartbeat() {
    write(": \n\n");
  }

  private synchronized void write(String text) {
    if (!open) {
      return;
    }
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException gone) {
      open = false;
    }
  }
}
