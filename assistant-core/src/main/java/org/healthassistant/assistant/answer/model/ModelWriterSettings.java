package org.healthassistant.assistant.answer.model;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.settings.Checked;
import org.healthassistant.assistant.settings.Consistent;
import org.healthassistant.assistant.settings.Fault;
import org.healthassistant.assistant.settings.HttpUrl;
import org.healthassistant.connector.Secret;
import org.healthassistant.connector.model.ModelSettings;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Which language model writes.
///
/// @param provider who writes the answers; none: they are quoted from the articles
/// @param baseUrl of an OpenAI-compatible server
/// @param name the model's name
/// @param apiKey of the model's provider
/// @param temperature 0 to 2
/// @param timeout from the request to the last token
/// @param local the model runs in your own house: no `external-model` consent is needed
/// @param deIdentify take names, dates and numbers of the patient out of what the model gets
@Validated
@Consistent
@ConfigurationProperties("assistant.model")
public record ModelWriterSettings(
    @DefaultValue("none") Provider provider,
    @HttpUrl @Nullable URI baseUrl,
    @Nullable String name,
    @Nullable String apiKey,

    @DecimalMin(value = "0", message = "must be 0 to 2")
    @DecimalMax(value = "2", message = "must be 0 to 2")
    @DefaultValue("0")
    double temperature,

    @DurationMin(nanos = 1, message = "must be longer than zero") @DefaultValue("30s")
    Duration timeout,

    @DefaultValue("false") boolean local,
    @DefaultValue("true") boolean deIdentify)
    implements Checked {

  @Override
  public List<Fault> faults() {
    return faults(provider, name, baseUrl);
  }

  static List<Fault> faults(Provider provider, @Nullable String name, @Nullable URI baseUrl) {
    List<Fault> faults = new ArrayList<>();
    if (provider != Provider.NONE && (name == null || name.isBlank())) {
      faults.add(new Fault("name", "is needed with a model"));
    }
    if (provider == Provider.OPENAI && baseUrl == null) {
      faults.add(new Fault("base-url", "is needed with the provider openai"));
    }
    return faults;
  }

  /// No model.
  static ModelWriterSettings none() {
    return new ModelWriterSettings(
        Provider.NONE, null, null, null, 0, Duration.ofSeconds(30), false, true);
  }

  /// How to reach the model; empty when there is none.
  public Optional<ModelSettings> connection() {
    return connection(provider, baseUrl, name, apiKey, temperature, timeout);
  }

  static Optional<ModelSettings> connection(
      Provider provider,
      @Nullable URI baseUrl,
      @Nullable String name,
      @Nullable String apiKey,
      double temperature,
      Duration timeout) {
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
