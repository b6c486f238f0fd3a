package org.healthassistant.assistant;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.healthassistant.assistant.escalation.EscalationCheck;
import org.healthassistant.assistant.record.SourceCheck;
import org.healthassistant.assistant.settings.DemoMode;
import org.healthassistant.assistant.settings.ServiceSettings;
import org.healthassistant.assistant.settings.SettingsCheck;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/// Checks the settings before anything starts, and fills in the defaults that depend on others:
/// where the database is, and that demo mode listens on loopback only.
public final class SettingsDefaults implements EnvironmentPostProcessor, Ordered {

  private static final List<String> LISTENING =
      List.of("server.address", "management.server.address");
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1", "[::1]");

  /// For Spring, which reads `META-INF/spring.factories`.
  public SettingsDefaults() {}

  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    List<String> faults = new ArrayList<>(SettingsCheck.faults(environment));
    add(modeFaults(environment), faults);
    add(EscalationCheck.faults(environment), faults);
    add(SourceCheck.faults(environment), faults);
    if (!faults.isEmpty()) {
      throw new WrongSettingsException(faults);
    }
    environment
        .getPropertySources()
        .addLast(new MapPropertySource("defaults", defaults(environment)));
  }

  /// Adds more; what cannot be read at all is reported once, by its setting.
  private static void add(List<String> more, List<String> faults) {
    Set<String> named = faults.stream().map(SettingsDefaults::key).collect(Collectors.toSet());
    more.stream().filter(fault -> !named.contains(key(fault))).forEach(faults::add);
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
      defaults.put("assistant.identity.acting-for-claim", "acting_for");
    }
    if (SourceCheck.isOnServer(environment)) {
      defaults.put("management.endpoint.health.group.records.include", "fhirServer,writeBack");
      defaults.put("management.endpoint.health.group.records.show-details", "always");
      defaults.put("management.endpoint.health.group.records.status.order", "TROUBLE,UP");
      defaults.put("management.endpoint.health.group.records.status.http-mapping.TROUBLE", "503");
    }
    if (environment.getProperty("assistant.behind-proxy", Boolean.class, false)) {
      // Tomcat's RemoteIpValve: whom requests come from and whether they came by TLS is what the
      // named proxies say, and nobody else.
      defaults.put("server.forward-headers-strategy", "native");
      defaults.put("server.tomcat.remoteip.internal-proxies", proxies(environment));
    }
    return defaults;
  }

  private static String proxies(ConfigurableEnvironment environment) {
    return String.join(
        ",",
        Binder.get(environment)
            .bind("assistant", ServiceSettings.class)
            .map(ServiceSettings::proxies)
            .orElse(List.of()));
  }

  /// What demo mode forbids, and what is needed outside of it.
  private static List<String> modeFaults(ConfigurableEnvironment environment) {
    List<String> faults = new ArrayList<>();
    if (DemoMode.in(environment).on()) {
      LISTENING.forEach(key -> onlyLoopback(environment, key).ifPresent(faults::add));
    } else {
      faults.addAll(ClinicCheck.faults(environment));
    }
    return faults;
  }

  private static Optional<String> onlyLoopback(ConfigurableEnvironment environment, String key) {
    String address = environment.getProperty(key, "").toLowerCase(Locale.ROOT);
    return address.isBlank() || LOOPBACK.contains(address)
        ? Optional.empty()
        : Optional.of(
            "'" + key + "' is " + address + ", but demo mode listens on loopback only; set" + " '"
                + DemoMode.ISSUER + "', or leave it out");
  }

  /// The setting that a fault begins with; the fault itself where it begins with none.
  private static String key(String fault) {
    int end = fault.indexOf('\'', 1);
    return fault.startsWith("'") && end > 0 ? fault.substring(1, end) : fault;
  }
}
