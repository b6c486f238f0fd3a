package org.healthassistant.assistant.library;

import java.nio.file.Path;
import org.healthassistant.assistant.settings.ReadableFolder;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// Which content is served.
///
/// @param release a release directory made by `knowledge-index release`; unset: the starter
///     release
/// @param allowStarter serve content that no clinician has reviewed; unset: demo mode only
@Validated
@ConfigurationProperties("assistant.knowledge")
record KnowledgeSettings(
    @ReadableFolder @Nullable Path release, @Nullable Boolean allowStarter) {

  boolean starterAllowed(boolean demo) {
    return allowStarter == null ? demo : allowStarter;
  }
}
