package org.healthassistant.assistant.answer.model;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.answer.model.ModelWriterSettings.Provider;
import org.healthassistant.assistant.settings.Checked;
import org.healthassistant.assistant.settings.Consistent;
import org.healthassistant.assistant.settings.Fault;
import org.healthassistant.assistant.settings.HttpUrl;
import org.healthassistant.connector.model.ModelSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// The language model that writes while the first one is broken. Temperature, time-out and
/// de-identification are those of the first.
///
/// @param provider who serves it; none: the rules write while the first is broken
/// @param baseUrl of an OpenAI-compatible server
/// @param name the model's name
/// @param apiKey of the model's provider
/// @param local the model runs in your own house: no `external-model` consent is needed
@Validated
@Consistent
@ConfigurationProperties("assistant.model.second")
public record SecondModelSettings(
    @DefaultValue("none") Provider provider,
    @HttpUrl @Nullable URI baseUrl,
    @Nullable String name,
    @Nullable String apiKey,
    @DefaultValue("false") boolean local)
    implements Checked {

  @Override
  public List<Fault> faults() {
    return ModelWriterSettings.faults(provider, name, baseUrl);
  }

  /// How to reach it; empty where there is none.
  public Optional<ModelSettings> connection(ModelWriterSettings first) {
    return ModelWriterSettings.connection(
        provider, baseUrl, name, apiKey, first.temperature(), first.timeout());
  }

  @Override
  public String toString() {
    return "SecondModelSettings[provider=" + provider + ", name=" + name + ", local=" + local + "]";
  }
}
