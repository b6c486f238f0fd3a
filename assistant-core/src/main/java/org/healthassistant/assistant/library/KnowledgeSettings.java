package org.healthassistant.assistant.library;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Which content is served.
///
/// @param release a release directory; null: the release that ships with the product
/// @param allowStarter whether content that no clinician has reviewed may be shown; null: in demo
///     mode only
@ConfigurationProperties("assistant.knowledge")
record KnowledgeSettings(@Nullable Path release, @Nullable Boolean allowStarter) {

  boolean starterAllowed(boolean demo) {
    return allowStarter == null ? demo : allowStarter;
  }
}
