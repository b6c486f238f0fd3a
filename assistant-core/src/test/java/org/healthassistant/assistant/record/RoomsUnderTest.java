package org.healthassistant.assistant.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.patient.Subjects;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/// The record room with those below it on a real database, on 24 November 2026, with the built-in
/// demo patients; further rooms by their configuration classes. The scheduler stands still.
public final class RoomsUnderTest implements AutoCloseable {

  private static final String MASTER_KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

  private final ConfigurableApplicationContext context;

  private RoomsUnderTest(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /// Opens the rooms.
  ///
  /// @param more settings that go before the usual ones
  /// @param further configuration classes of further rooms
  public static RoomsUnderTest on(
      TestDatabase database, Map<String, String> more, Class<?>... further) {
    Map<String, Object> settings = new HashMap<>(database.fresh());
    settings.put("assistant.crypto.master-key", MASTER_KEY);
    settings.put("assistant.clock", "2026-11-24T10:00:00Z");
    settings.put("assistant.time-zone", "UTC");
    settings.put("assistant.data-directory", temporary().toString());
    settings.put("logging.level.root", "WARN");
    settings.putAll(more);
    return new RoomsUnderTest(new SpringApplicationBuilder(Rooms.class)
        .sources(further)
        .web(WebApplicationType.NONE)
        .bannerMode(Banner.Mode.OFF)
        .run(settings.entrySet().stream()
            .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
            .toArray(String[]::new)));
  }

  /// A bean of the rooms.
  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /// The subject of a patient of the record, as `dana-whitfield`.
  public Subject patient(String id) {
    return bean(Subjects.class).findPatient(id).orElseThrow();
  }

  @Override
  public void close() {
    context.close();
  }

  private static Path temporary() {
    try {
      Path directory = Files.createTempDirectory("rooms");
      directory.toFile().deleteOnExit();
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    JacksonAutoConfiguration.class
  })
  @ComponentScan({
    "org.healthassistant.assistant.store",
    "org.healthassistant.assistant.patient",
    "org.healthassistant.assistant.audit",
    "org.healthassistant.assistant.record"
  })
  static class Rooms {

    @Bean
    static BeanDefinitionRegistryPostProcessor standingScheduler() {
      return registry -> registry.removeBeanDefinition("schedulerLifecycle");
    }

    @Bean
    io.micrometer.core.instrument.MeterRegistry meters() {
      return new io.micrometer.core.instrument.simple.SimpleMeterRegistry();
    }
  }
}
