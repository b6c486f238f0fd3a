package org.healthassistant.assistant.library;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/// Says at the end of the start, where an operator looks, that no question can be answered since
/// nothing of the release may be shown.
final class ContentNotice {

  private static final Logger LOG = LoggerFactory.getLogger(ContentNotice.class);

  private final Library library;

  ContentNotice(Library library) {
    this.library = library;
  }

  @EventListener(ApplicationReadyEvent.class)
  void say() {
    text(library.releaseId(), library.shown()).ifPresent(LOG::error);
  }

  /// What is wrong and what to do; empty where any article may be shown.
  static Optional<String> text(String release, Library.Shown shown) {
    if (shown.eligible() > 0) {
      return Optional.empty();
    }
    String starter = shown.starterAllowed()
        ? ""
        : ", or set assistant.knowledge.allow-starter=true to serve starter content that no"
            + " clinician has reviewed";
    return Optional.of(("LIB-001: NO QUESTION WILL BE ANSWERED: none of the %d articles of release"
            + " %s may be shown on %s. Have a clinician review them (knowledge-index approve), make"
            + " a release whose dates hold on that day and name it in"
            + " assistant.knowledge.release%s.")
        .formatted(shown.articles(), release, shown.day(), starter));
  }
}
