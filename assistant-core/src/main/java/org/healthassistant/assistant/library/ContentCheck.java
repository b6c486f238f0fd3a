package org.healthassistant.assistant.library;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.healthassistant.assistant.settings.DemoMode;
import org.healthassistant.assistant.store.ClinicalClock;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.StoreSettings;
import org.healthassistant.knowledge.KnowledgeIndex;
import org.healthassistant.knowledge.passage.Eligibility;
import org.healthassistant.knowledge.release.Release;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/// Looks at the content without starting anything: whether any of it may be served today.
public final class ContentCheck {

  private ContentCheck() {}

  /// What the service would say at its start; empty where any article may be shown.
  ///
  /// @throws RuntimeException if the release cannot be read, as at the start
  public static Optional<String> notice(Environment environment) {
    Binder binder = Binder.get(environment);
    KnowledgeSettings settings =
        binder.bindOrCreate("assistant.knowledge", KnowledgeSettings.class);
    StoreSettings store = binder.bindOrCreate("assistant", StoreSettings.class);
    Path directory = settings.release();
    Release release = directory == null ? Release.starter() : Release.load(directory);
    boolean starter = settings.starterAllowed(DemoMode.in(environment).on());
    LocalDate today = today(store);
    int eligible = KnowledgeIndex.articleCount(release, new Eligibility(today, starter));
    return ContentNotice.text(
        release.id(), new Library.Shown(release.articles().size(), eligible, today, starter));
  }

  private static LocalDate today(StoreSettings store) {
    @Nullable Instant starts = store.clock() == null ? null : store.clock().toInstant();
    return new ClinicalClock(RealClock.system(), starts, store.zone()).today();
  }
}
