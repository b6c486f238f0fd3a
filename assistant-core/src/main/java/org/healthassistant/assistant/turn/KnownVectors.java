package org.healthassistant.assistant.turn;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.healthassistant.assistant.library.PendingVectors;

/// The vectors of messages that were accepted here and are not answered yet, so that a message is
/// embedded once. A few hundred at most, the oldest goes first: whatever is not here is taken anew.
final class KnownVectors {

  private static final int MOST = 512;

  private final Map<String, PendingVectors> ofMessages = new LinkedHashMap<>();

  synchronized void keep(String messageId, PendingVectors vectors) {
    ofMessages.put(messageId, vectors);
    Iterator<String> oldest = ofMessages.keySet().iterator();
    while (ofMessages.size() > MOST && oldest.hasNext()) {
      oldest.next();
      oldest.remove();
    }
  }

  /// Hands them out once.
  synchronized Optional<PendingVectors> take(String messageId) {
    return Optional.ofNullable(ofMessages.remove(messageId));
  }
}
