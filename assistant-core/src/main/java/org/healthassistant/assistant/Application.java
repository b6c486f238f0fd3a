package org.healthassistant.assistant;

import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Configuration;

/// The service. `--check-config` checks the settings, says what is wrong with them, and ends.
@SpringBootApplication
public class Application {

  private static final String CHECK = "--check-config";

  /// Starts the service.
  public static void main(String[] args) {
    if (Arrays.asList(args).contains(CHECK)) {
      checkOnly(Arrays.stream(args).filter(arg -> !arg.equals(CHECK)).toArray(String[]::new));
    } else {
      SpringApplication.run(Application.class, args);
    }
  }

  /// Reads the settings as the service would, without starting it; a fault ends the process with 1.
  private static void checkOnly(String[] args) {
    SpringApplication check = new SpringApplication(NothingElse.class);
    check.setWebApplicationType(WebApplicationType.NONE);
    check.run(args).close();
    org.slf4j.LoggerFactory.getLogger(Application.class).info("The settings are in order.");
  }

  @Configuration(proxyBeanMethods = false)
  static class NothingElse {}
}
