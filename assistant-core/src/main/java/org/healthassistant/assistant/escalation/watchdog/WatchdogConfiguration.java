package org.healthassistant.assistant.escalation.watchdog;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.escalation.paging.PageTransports;
import org.healthassistant.assistant.patient.Sealing;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TopicSignals;
import org.healthassistant.assistant.team.CareTeam;
import org.healthassistant.assistant.team.Member;
import org.healthassistant.assistant.team.Role;
import org.healthassistant.connector.notify.Heartbeat;
import org.healthassistant.connector.notify.NotificationOutcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/// Puts the watchdog together from parts of its own: none of the service's pool, transactions,
/// outbox or scheduler.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WatchdogSettings.class)
class WatchdogConfiguration {

  @Bean(destroyMethod = "close")
  WatchdogAlertDispatcher watchdogAlerts(
      WatchdogSettings settings, PageTransports transports, CareTeam team, JsonMapper json) {
    List<WatchdogAlertDispatcher.AlertChannel> channels = new ArrayList<>();
    transports
        .webhook()
        .ifPresent(hook -> channels.add(new WatchdogAlertChannels.ByWebhook(hook, json)));
    transports
        .email()
        .ifPresent(notice -> administrators(team)
            .forEach(address -> channels.add(new WatchdogAlertChannels.ByEmail(notice, address))));
    URI url = settings.heartbeatUrl();
    Heartbeat heartbeat = url == null ? null : new Heartbeat(url);
    return new WatchdogAlertDispatcher(
        channels,
        now -> heartbeat == null ? new NotificationOutcome.Accepted() : heartbeat.ping(now));
  }

  @Bean(destroyMethod = "close")
  @DependsOnDatabaseInitialization
  Watchdog watchdog(
      JdbcConnectionDetails database,
      WatchdogAlertDispatcher alerts,
      Subjects subjects,
      Sealing sealing,
      RealClock clock,
      TopicSignals signals,
      MeterRegistry meters) {
    WatchdogDatabase own = new WatchdogDatabase(
        database.getJdbcUrl(),
        database.getUsername(),
        database.getPassword(),
        WatchdogDatabase.PATIENCE);
    return new Watchdog(
        own,
        new WatchdogRepair(own, subjects, sealing, clock, signals),
        new WatchdogReporter(alerts),
        sealing,
        clock,
        meters);
  }

  /// Only where messages are taken.
  @Bean
  @ConditionalOnWebApplication
  WatchdogThread watchdogThread(Watchdog watchdog, WatchdogSettings settings) {
    return new WatchdogThread(watchdog, settings.every());
  }

  @Bean
  HealthIndicator escalationHealthIndicator(Watchdog watchdog) {
    return new WatchdogHealth(watchdog);
  }

  private static List<String> administrators(CareTeam team) {
    return team.members().stream()
        .filter(member -> member.role() == Role.ADMIN)
        .map(Member::email)
        .flatMap(Optional::stream)
        .toList();
  }
}
