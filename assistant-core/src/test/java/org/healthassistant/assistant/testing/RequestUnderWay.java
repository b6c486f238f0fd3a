package org.healthassistant.assistant.testing;

import java.time.Instant;
import java.util.Objects;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/// A request that has read a session and writes it at its end, such as a stream that is open.
public final class RequestUnderWay {

  private final Runnable write;

  private RequestUnderWay(Runnable write) {
    this.write = write;
  }

  /// It has read the session of that id.
  public static <S extends Session> RequestUnderWay in(
      SessionRepository<S> sessions, String sessionId) {
    S session = Objects.requireNonNull(sessions.findById(sessionId));
    return new RequestUnderWay(() -> {
      session.setLastAccessedTime(Instant.now());
      session.setAttribute("left", "behind");
      sessions.save(session);
    });
  }

  /// It ends, and writes what it has read.
  public void end() {
    write.run();
  }
}
