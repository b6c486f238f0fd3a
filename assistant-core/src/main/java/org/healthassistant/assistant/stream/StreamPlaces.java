package org.healthassistant.assistant.stream;

import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/// Counts who reads how many event streams, so that no reader takes the connections of all.
/// Safe from any thread.
@Component
class StreamPlaces {

  /// Half of the connections that the server accepts.
  private static final int MOST = 4_096;

  private final Map<String, Integer> taken = new HashMap<>();
  private int all;

  /// Takes a place, until it is closed.
  ///
  /// @param reader who reads
  /// @param most so many places of this reader at once
  /// @throws ResponseStatusException with 429 or 503 when there is none
  synchronized Place take(String reader, int most) {
    if (taken.getOrDefault(reader, 0) >= most) {
      throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
    }
    if (all >= MOST) {
      throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
    }
    taken.merge(reader, 1, Integer::sum);
    all++;
    return () -> leave(reader);
  }

  private synchronized void leave(String reader) {
    taken.computeIfPresent(reader, (who, count) -> count == 1 ? null : count - 1);
    all--;
  }

  /// A place that is taken.
  interface Place extends AutoCloseable {
    @Override
    void close();
  }
}
