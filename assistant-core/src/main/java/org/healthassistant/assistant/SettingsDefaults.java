package org.healthassistant.assistant;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.healthassistant.assistant.escalation.EscalationCheck;
import org.healthassistant.assistant.settings.DemoMode;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;

/// Checks the settings before anything starts, and fills in the defaults that depend on others:
/// where the database is, and that demo mode listens on loopback only.
public final class SettingsDefaults implements EnvironmentPostProcessor, Ordered {

  private static final List<String> ALSO_CHECKED =
      List.of("server.address", "management.server.address", "spring.datasource.url");

  /// For Spring, which reads `META-INF/spring.factories`.
  public SettingsDefaults() {}

  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    Map<String, String> given = given(environment);
    List<String> faults = new ArrayList<>(SettingsCheck.faults(given));
    faults.addAll(EscalationCheck.faults(environment, given.keySet()));
    if (!faults.isEmpty()) {
      throw new WrongSettingsException(faults);
    }
    environment
        .getPropertySources()
        .addLast(new MapPropertySource("defaults", defaults(environment)));
  }

  private static Map<String, Object> defaults(ConfigurableEnvironment environment) {
    Map<String, Object> defaults = new HashMap<>();
    Path data = Path.of(environment.getProperty("assistant.data-directory", "./var"))
        .toAbsolutePath()
        .normalize();
    defaults.put(
        "spring.datasource.url",
        "jdbc:h2:file:"
            + data.resolve("assistant")
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_ON_EXIT=FALSE"
            // Space that is free again is written anew after 2 s instead of 45: each checkpoint
            // frees some, and the file would grow to many times what is in it.
            + ";RETENTION_TIME=2000");
    if (DemoMode.in(environment).on()) {
      defaults.put("server.address", "127.0.0.1");
      defaults.put("management.server.address", "127.0.0.1");
      defaults.put("assistant.sms.provider", "demo");
    }
    return defaults;
  }

  /// What is given anywhere under `assistant.`, by the name of the settings list.
  private static Map<String, String> given(ConfigurableEnvironment environment) {
    Map<String, String> given = new TreeMap<>();
    for (PropertySource<?> source : environment.getPropertySources()) {
      if (source instanceof EnumerablePropertySource<?> listed) {
        for (String name : listed.getPropertyNames()) {
          String key = name.startsWith("ASSISTANT_") ? ofVariable(name) : name;
          if (key.startsWith("assistant.") || ALSO_CHECKED.contains(key)) {
            String value = environment.getProperty(name);
            given.putIfAbsent(key, value == null ? "" : value);
          }
        }
      }
    }
    return given;
  }

  /// The setting an environment variable means: `ASSISTANT_DATA_DIRECTORY` or
  /// `ASSISTANT_DATADIRECTORY` is `assistant.data-directory`.
  private static String ofVariable(String variable) {
    String bare = bare(variable);
    return Setting.all().stream()
        .map(Setting::key)
        .filter(key -> bare(key).equals(bare) || bare.startsWith(bare(key) + "0"))
        .findFirst()
        .orElse(variable.toLowerCase(Locale.ROOT).replace('_', '.'));
  }

  private static String bare(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
