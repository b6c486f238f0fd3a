package org.healthassistant.assistant.settings;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// The settings of the service as a whole.
///
/// @param region emergency and crisis numbers
/// @param baseUrl in links that leave the service; unset: `http://127.0.0.1:<port>`
/// @param behindProxy plain HTTP off loopback is allowed, because a proxy ends TLS
/// @param secretsDirectory secrets as files, named by their key
@Validated
@ConfigurationProperties("assistant")
public record ServiceSettings(
    @DefaultValue("US") Region region,
    @HttpUrl @Nullable URI baseUrl,
    @DefaultValue("false") boolean behindProxy,
    @DefaultValue("/run/secrets/health-assistant") Path secretsDirectory) {}
