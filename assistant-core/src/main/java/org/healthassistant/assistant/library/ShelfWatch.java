package org.healthassistant.assistant.library;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TopicSignals;
import org.healthassistant.knowledge.release.Release;
import org.healthassistant.knowledge.release.Shelf;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Looks again and again which release is in use on the shelf, and takes it up while the service
/// runs: every instance that shares the folder does so by itself. What cannot be read, or of
/// which nothing may be shown today, is not taken up; it is looked at again later.
final class ShelfWatch implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(ShelfWatch.class);
  private static final String NAME = "shelf-watch";
  private static final Duration AGAIN = Duration.ofMinutes(2);

  private final @Nullable Path directory;
  private final Duration every;
  private final Library library;
  private final ReleaseOpener opener;
  private final RealClock clock;
  private final TopicSignals signals = new TopicSignals();
  private volatile boolean running;
  private @Nullable String refused;
  private Instant refusedAt = Instant.MIN;

  /// @param directory the shelf; null, and a folder that is none, is not watched
  ShelfWatch(
      @Nullable Path directory,
      Duration every,
      Library library,
      ReleaseOpener opener,
      RealClock clock) {
    this.directory = directory;
    this.every = every;
    this.library = library;
    this.opener = opener;
    this.clock = clock;
  }

  /// Looks once, on one thread at a time.
  synchronized void look() {
    Optional<Path> found =
        Optional.ofNullable(directory).flatMap(shelf -> new Shelf(shelf).current());
    if (found.isEmpty()) {
      return;
    }
    String id = String.valueOf(found.get().getFileName());
    boolean rests = id.equals(refused) && clock.instant().isBefore(refusedAt.plus(AGAIN));
    if (id.equals(library.releaseId()) || rests) {
      return;
    }
    try {
      take(Release.load(found.get()));
    } catch (RuntimeException unusable) {
      refuse(id, String.valueOf(unusable.getMessage()));
    }
  }

  private void take(Release release) {
    if (!library.mayShow(release)) {
      refuse(release.id(), "none of its articles may be shown today");
      return;
    }
    String before = library.releaseId();
    library.use(opener.open(release), () -> opener.closed(release.id()));
    refused = null;
    LOG.info("LIB-002: answers are from release {} now, before from {}", release.id(), before);
  }

  private void refuse(String id, String why) {
    if (!id.equals(refused)) {
      LOG.error(
          "LIB-003: release {} of the shelf is not taken up: {}. Answers stay from {}.",
          id,
          why,
          library.releaseId());
    }
    refused = id;
    refusedAt = clock.instant();
  }

  @Override
  public void start() {
    running = true;
    if (directory != null) {
      Thread.ofVirtual().name(NAME).start(this::watch);
    }
  }

  @Override
  public void stop() {
    running = false;
    signals.signal(NAME);
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void watch() {
    try (TopicSignals.Watch watch = signals.watch(NAME)) {
      while (running) {
        watch.await(every);
        lookSafely();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void lookSafely() {
    try {
      if (running) {
        look();
      }
    } catch (RuntimeException away) {
      LOG.warn("LIB-004: the shelf cannot be read: {}", away.getMessage());
    }
  }
}
