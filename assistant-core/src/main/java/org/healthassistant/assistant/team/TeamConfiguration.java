package org.healthassistant.assistant.team;

import java.util.List;
import org.healthassistant.assistant.store.StoreSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class TeamConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(TeamConfiguration.class);

  /// The care team; the settings were checked before anything started.
  @Bean
  CareTeam careTeam(Environment environment, StoreSettings store) {
    TeamReading reading = TeamReading.of(environment, store.zone());
    if (!reading.faults().isEmpty()) {
      throw new IllegalStateException("TM-001: " + String.join("; ", reading.faults()));
    }
    warn(reading.gaps());
    return reading.team();
  }

  private static void warn(List<String> gaps) {
    if (!gaps.isEmpty()) {
      LOG.warn(
          "TM-002: nobody is on duty: {}; everyone is paged then. Add shifts to"
              + " assistant.escalation.team.shifts",
          String.join(", ", gaps));
    }
  }
}
