package org.healthassistant.assistant.record;

import org.healthassistant.assistant.record.terms.TopicData;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RecordSettings.class)
class RecordConfiguration {

  @Bean
  Facts facts() {
    return new Facts(TopicData.builtIn());
  }
}
