package org.healthassistant.assistant.record.server;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.record.server.RecordReads.Patience;
import org.healthassistant.assistant.store.ClinicalClock;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.Transactions;
import org.healthassistant.connector.fhir.server.FhirServer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Makes what reads a FHIR server, where one is configured; nothing of it is loaded otherwise.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FhirSettings.class)
class ServerConfiguration {

  private static final String BASE_URL = "assistant.record.fhir.base-url";

  @Bean
  @ConditionalOnProperty(BASE_URL)
  FhirServer fhirServer(FhirSettings settings, ClinicalClock zone, RealClock clock) {
    return new FhirServer(settings.complete(zone.zone()), clock::instant);
  }

  @Bean
  @ConditionalOnProperty(BASE_URL)
  RecordReads recordReads(
      FhirServer server,
      Copies copies,
      ReadStates states,
      Subjects subjects,
      Transactions transactions,
      RealClock clock,
      HandedTokens tokens,
      FhirSettings settings) {
    return new RecordReads(
        server,
        copies,
        states,
        subjects,
        transactions,
        clock,
        new Patience(settings.fresh(), settings.patience()),
        settings.auth() == FhirSettings.Auth.PATIENT_TOKEN
            ? Optional.of(tokens)
            : Optional.empty());
  }

  @Bean
  @ConditionalOnProperty(BASE_URL)
  HealthIndicator fhirServerHealthIndicator(RecordReads reads, MeterRegistry meters) {
    reads.counts().register(meters);
    return new FhirServerHealth(reads);
  }
}
