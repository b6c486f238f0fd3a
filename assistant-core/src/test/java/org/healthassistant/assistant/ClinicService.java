package org.healthassistant.assistant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.healthassistant.assistant.access.TestIssuer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/// The whole service as a clinic runs it, outside of demo mode, in this process: with an issuer
/// of its own, a small care team, and a real database and port.
public final class ClinicService implements AutoCloseable {

  private final ServletWebServerApplicationContext context;
  private final String baseUrl;

  private ClinicService(Map<String, Object> settings, int port) {
    baseUrl = "http://127.0.0.1:" + port;
    context = (ServletWebServerApplicationContext) new SpringApplicationBuilder(Application.class)
        .run(settings.entrySet().stream()
            .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
            .toArray(String[]::new));
  }

  /// Starts an instance.
  ///
  /// @param database where its data is; two instances of the same share it
  /// @param more over the usual settings
  public static ClinicService start(
      TestIssuer issuer, Map<String, Object> database, Map<String, Object> more) {
    int port = freePort();
    Map<String, Object> settings = new HashMap<>(settings(issuer.name(), port));
    settings.putAll(database);
    settings.putAll(more);
    return new ClinicService(settings, port);
  }

  /// The least that a clinic sets.
  public static Map<String, Object> settings(String issuer, int port) {
    try {
      Map<String, Object> settings = new HashMap<>();
      settings.put(
          "assistant.data-directory", Files.createTempDirectory("clinic").toString());
      settings.put("server.port", port);
      settings.put("server.address", "127.0.0.1");
      settings.put("management.server.port", 0);
      settings.put("assistant.base-url", "http://127.0.0.1:" + port);
      settings.put("assistant.time-zone", "America/New_York");
      settings.put("assistant.allow-h2", true);
      settings.put("assistant.identity.issuer", issuer);
      settings.put("assistant.identity.audience", TestIssuer.AUDIENCE);
      settings.put("assistant.identity.sign-in.client-id", TestIssuer.CLIENT);
      settings.put("assistant.identity.sign-in.client-secret", TestIssuer.SECRET);
      settings.put("assistant.identity.role-claim", "realm_access.roles");
      settings.put("assistant.identity.roles.nurse", "RN");
      settings.put("assistant.crypto.master-key", Base64.getEncoder().encodeToString(new byte[32]));
      settings.put(
          "assistant.record.directory",
          Files.createDirectories(Path.of(settings.get("assistant.data-directory") + "/record"))
              .toString());
      settings.put("assistant.escalation.webhook.url", "http://127.0.0.1:9/hook");
      settings.put(
          "assistant.escalation.webhook.secret",
          "whsec_" + Base64.getEncoder().encodeToString(new byte[32]));
      String person = "assistant.escalation.team.people[0].";
      settings.put(person + "id", "ana");
      settings.put(person + "name", "Ana Reyes, RN");
      settings.put(person + "role", "nurse");
      settings.put(person + "email", "ana@clinic.example");
      settings.put("assistant.escalation.team.shifts[0].id", "always");
      settings.put("assistant.escalation.team.shifts[0].people", "ana");
      settings.put("assistant.escalation.team.shifts[0].from", "00:00");
      settings.put("assistant.escalation.team.shifts[0].to", "00:00");
      return settings;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Where it answers.
  public String baseUrl() {
    return baseUrl;
  }

  /// A bean of the service.
  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
