package org.healthassistant.evaluation.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/// Keycloak as Maven Central has it: 177 MB, fetched once into Maven's own repository.
final class KeycloakArchive {

  static final String VERSION = "26.7.3";

  private static final String ARTIFACT = "org.keycloak:keycloak-quarkus-dist:" + VERSION + ":zip";
  private static final String PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.11.0";
  private static final Path AT = Path.of(
      "org",
      "keycloak",
      "keycloak-quarkus-dist",
      VERSION,
      "keycloak-quarkus-dist-" + VERSION + ".zip");
  private static final long MINUTES = 5;

  private KeycloakArchive() {}

  /// The archive; skips the tests of the class where it cannot be had, saying why. In CI that is
  /// a failure.
  static Path need() {
    Path file = repository().resolve(AT);
    String reason = Files.isRegularFile(file) ? "" : fetch();
    if (!Files.isRegularFile(file)) {
      assertThat(System.getenv("CI")).as(reason).isNotEqualTo("true");
      System.out.println("The sign-in at a real Keycloak is skipped, " + reason);
    }
    Assumptions.assumeTrue(Files.isRegularFile(file), reason);
    return file;
  }

  /// Has Maven fetch it.
  ///
  /// @return why it is not there
  private static String fetch() {
    Path root = root();
    Path log = root.resolve("evaluation").resolve("target").resolve("keycloak-fetch.log");
    try {
      Process maven = new ProcessBuilder(
              root.resolve("mvnw").toString(),
              "--batch-mode",
              "--non-recursive",
              "-q",
              PLUGIN + ":get",
              "-Dartifact=" + ARTIFACT,
              "-Dtransitive=false")
          .directory(root.toFile())
          .redirectErrorStream(true)
          .redirectOutput(log.toFile())
          .start();
      if (!maven.waitFor(MINUTES, TimeUnit.MINUTES)) {
        maven.destroyForcibly();
        return ARTIFACT + " did not come within " + MINUTES + " minutes";
      }
      return ARTIFACT + " cannot be had: "
          + Files.readString(log).lines().findFirst().orElse("");
    } catch (IOException e) {
      return ARTIFACT + " cannot be had: " + e.getMessage();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  private static Path repository() {
    String set = System.getProperty("maven.repo.local", "");
    return set.isEmpty()
        ? Path.of(System.getProperty("user.home"), ".m2", "repository")
        : Path.of(set);
  }

  private static Path root() {
    Path here = Path.of("").toAbsolutePath();
    return here.endsWith("evaluation") ? here.resolve("..").normalize() : here;
  }
}
