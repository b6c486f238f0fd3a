package org.healthassistant.evaluation.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Who may call a service in demo mode, as its `demo-access.json` says.
///
/// @param baseUrl scheme, host and port, without a slash at the end
/// @param patients in the file's order
/// @param providers in the file's order
public record DemoAccess(String baseUrl, List<Caller> patients, List<Caller> providers) {

  /// The file's name in the data directory.
  public static final String FILE = "demo-access.json";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// Copies the lists.
  public DemoAccess {
    patients = List.copyOf(patients);
    providers = List.copyOf(providers);
  }

  /// One person who may call.
  ///
  /// @param role `patient`, or a provider's role
  /// @param signIn the page that signs the person in with a browser; empty when the file has none
  public record Caller(String id, String name, String role, String token, String signIn) {
    @Override
    public String toString() {
      return "Caller[" + role + " " + id + ", [REDACTED]]";
    }
  }

  /// Reads the file.
  ///
  /// @throws IOException if it is missing, half written or not of this form; the message names
  ///     the file, never its content
  public static DemoAccess read(Path file) throws IOException {
    try {
      JsonNode root = JSON.readTree(Files.readString(file));
      String baseUrl = root.path("baseUrl").asString("");
      if (baseUrl.isEmpty()) {
        throw new IOException(file + ": has no baseUrl");
      }
      return new DemoAccess(
          baseUrl, callers(root.path("patients"), "patient"), callers(root.path("providers"), ""));
    } catch (JacksonException e) {
      throw new IOException(file + ": is not JSON");
    }
  }

  /// The first provider of a role.
  ///
  /// @throws IllegalStateException if there is none
  public Caller provider(String role) {
    return providers.stream()
        .filter(provider -> provider.role().toLowerCase(Locale.ROOT).equals(role))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no provider of the role '" + role + "'"));
  }

  private static List<Caller> callers(JsonNode list, String role) {
    var found = new ArrayList<Caller>();
    for (JsonNode caller : list) {
      found.add(new Caller(
          caller.path("id").asString(""),
          caller.path("name").asString(""),
          caller.path("role").asString(role),
          caller.path("token").asString(""),
          caller.path("signIn").asString("")));
    }
    return found;
  }

  @Override
  public String toString() {
    return "DemoAccess[" + baseUrl + ", " + patients.size() + " patients, " + providers.size()
        + " providers]";
  }
}
