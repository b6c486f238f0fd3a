package org.healthassistant.assistant.settings;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ServiceSettings.class)
class SettingsConfiguration {

  @Bean
  SettingsMetadata settingsMetadata() {
    return SettingsMetadata.load();
  }

  @Bean
  DemoMode demoMode(Environment environment) {
    return DemoMode.in(environment);
  }

  @Bean
  ServiceAddress serviceAddress(ServiceSettings settings, Environment environment) {
    return new ServiceAddress(
        settings.baseUrl() == null
            ? "http://127.0.0.1:" + environment.getProperty("server.port", "8080")
            : settings.baseUrl().toString());
  }
}
