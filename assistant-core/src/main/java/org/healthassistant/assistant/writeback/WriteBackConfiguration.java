package org.healthassistant.assistant.writeback;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.healthassistant.assistant.store.RealClock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WriteBackSettings.class)
class WriteBackConfiguration {

  @Bean
  @ConditionalOnProperty("assistant.record.fhir.base-url")
  HealthIndicator writeBackHealthIndicator(
      WrittenResources rows, WriteTask task, RealClock clock, MeterRegistry meters) {
    Gauge.builder("assistant.writeback.unwritten", rows, all -> all.stuck(clock.instant()))
        .description("resources that the FHIR server refuses, or has not taken in an hour")
        .register(meters);
    return new WriteBackHealth(rows, task, clock);
  }
}
