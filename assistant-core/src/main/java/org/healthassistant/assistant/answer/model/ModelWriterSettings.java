package org.healthassistant.assistant.answer.model;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.healthassistant.connector.Secret;
import org.healthassistant.connector.model.ModelSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which language model writes.
///
/// @param provider who serves it; all are spoken to by the OpenAI-compatible protocol
/// @param baseUrl up to and with `/v1`; null: the provider's own
/// @param name of the model; needed unless the provider is none
/// @param apiKey null for a server that wants none
/// @param temperature from 0 to 2
/// @param timeout from the request to the last token
/// @param local whether the model is one's own, so that no `external-model` consent is needed
/// @param deIdentify whether names, dates and numbers of the person are removed before sending
@ConfigurationProperties("assistant.model")
public record ModelWriterSettings(
    @DefaultValue("none") Provider provider,
    @Nullable URI baseUrl,
    @Nullable String name,
    @Nullable String apiKey,
    @DefaultValue("0") double temperature,
    @DefaultValue("30s") Duration timeout,
    @DefaultValue("false") boolean local,
    @DefaultValue("true") boolean deIdentify) {

  /// Checks that a model is named where one is to be used.
  public ModelWriterSettings {
    if (provider != Provider.NONE && (name == null || name.isBlank())) {
      throw new IllegalArgumentException("ANS-001: assistant.model.provider is '"
          + provider.name().toLowerCase(java.util.Locale.ROOT)
          + "' but assistant.model.name is not set; set it to the model's name");
    }
  }

  /// No model.
  static ModelWriterSettings none() {
    return new ModelWriterSettings(
        Provider.NONE, null, null, null, 0, Duration.ofSeconds(30), false, true);
  }

  /// How to reach the model; empty when there is none.
  public Optional<ModelSettings> connection() {
    if (provider == Provider.NONE || name == null) {
      return Optional.empty();
    }
    URI url = baseUrl == null ? URI.create(provider.url) : baseUrl;
    Secret key = apiKey == null || apiKey.isBlank() ? null : new Secret(apiKey);
    return Optional.of(new ModelSettings(url, name, key, temperature, timeout));
  }

  @Override
  public String toString() {
    return "ModelWriterSettings[provider=" + provider + ", name=" + name + ", local=" + local + "]";
  }

  /// Who serves a model, and where.
  public enum Provider {
    NONE(""),
    OPENAI("https://api.openai.com/v1"),
    ANTHROPIC("https://api.anthropic.com/v1"),
    OLLAMA("http://localhost:11434/v1");

    private final String url;

    Provider(String url) {
      this.url = url;
    }
  }
}
