package org.healthassistant.assistant;

import java.util.Arrays;
import org.healthassistant.assistant.library.ContentCheck;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

/// The service. `--check-config` checks the settings, says what is wrong with them, and ends.
@SpringBootApplication
public class Application {

  private static final String CHECK = "--check-config";
  private static final int OUT_OF_MEMORY = 3;

  /// Starts the service.
  public static void main(String[] args) {
    Thread.setDefaultUncaughtExceptionHandler(Application::uncaught);
    if (Arrays.asList(args).contains(CHECK)) {
      checkOnly(Arrays.stream(args).filter(arg -> !arg.equals(CHECK)).toArray(String[]::new));
    } else {
      SpringApplication.run(Application.class, args);
    }
  }

  /// A process without memory only seems to live, and the encoders' native code does not
  /// survive it: it ends at once, so that whatever supervises it starts it again. Nothing
  /// accepted is lost.
  private static void uncaught(Thread thread, Throwable failure) {
    if (failure instanceof VirtualMachineError) {
      Runtime.getRuntime().halt(OUT_OF_MEMORY);
    }
    org.slf4j.LoggerFactory.getLogger(Application.class)
        .error(
            "AP-003: thread {} ended by {}",
            thread.getName(),
            failure.getClass().getName());
  }

  /// Reads the settings as the service would, without starting it; a fault ends the process
  /// with 1.
  private static void checkOnly(String[] args) {
    SpringApplication check = new SpringApplication(NothingElse.class);
    check.setWebApplicationType(WebApplicationType.NONE);
    check.run(args).close();
    org.slf4j.LoggerFactory.getLogger(Application.class).info("The settings are in order.");
  }

  @Configuration(proxyBeanMethods = false)
  static class NothingElse {

    /// Reads the content too, and says loudly where none of it may be served.
    @Bean
    ApplicationRunner content(ConfigurableEnvironment environment) {
      return arguments -> ContentCheck.notice(environment)
          .ifPresent(org.slf4j.LoggerFactory.getLogger(Application.class)::error);
    }
  }
}
