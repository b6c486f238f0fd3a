package org.healthassistant.assistant.library;

import java.nio.file.Path;
import java.time.Duration;
import org.healthassistant.assistant.settings.ReadableFolder;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Which content is served.
///
/// @param release a release made by `knowledge-index release`, or a shelf of releases, whose
///     switch is taken up while the service runs; unset: the starter release
/// @param allowStarter serve content that no clinician has reviewed; unset: demo mode only
/// @param refresh how often a shelf is looked at for a switch
@Validated
@ConfigurationProperties("assistant.knowledge")
record KnowledgeSettings(
    @ReadableFolder @Nullable Path release,
    @Nullable Boolean allowStarter,
    @DefaultValue("15s") Duration refresh) {

  boolean starterAllowed(boolean demo) {
    return allowStarter == null ? demo : allowStarter;
  }
}
