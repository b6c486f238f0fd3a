package org.healthassistant.assistant.record;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.healthassistant.assistant.record.server.Loopback;
import org.healthassistant.assistant.settings.DemoMode;
import org.springframework.core.env.PropertyResolver;

/// Finds what is wrong with the settings of a FHIR server beside other settings, before anything
/// starts.
public final class SourceCheck {

  private static final String BASE_URL = "assistant.record.fhir.base-url";
  private static final String AUTH = "assistant.record.fhir.auth";
  private static final String DIRECTORY = "assistant.record.directory";

  private static final List<String> WRITE_BACK = List.of(
      "assistant.record.fhir.write-back.readings",
      "assistant.record.fhir.write-back.escalations",
      "assistant.record.fhir.write-back.transcripts");

  private SourceCheck() {}

  /// Whether records are read from a FHIR server.
  public static boolean isOnServer(PropertyResolver settings) {
    return !settings.getProperty(BASE_URL, "").isBlank();
  }

  /// The faults, each with the setting and what to do; empty: all is well.
  public static List<String> faults(PropertyResolver settings) {
    List<String> faults = new ArrayList<>();
    String address = settings.getProperty(BASE_URL, "").strip();
    if (address.isEmpty()) {
      switchedOn(settings)
          .map(key -> "'" + key + "' is on, but there is no FHIR server to write to; set '"
              + BASE_URL + "', or leave it out")
          .forEach(faults::add);
      return faults;
    }
    if (!settings.getProperty(DIRECTORY, "").isBlank()) {
      faults.add("'" + BASE_URL + "' and '" + DIRECTORY + "' are both set, but records are read"
          + " from one source; leave one of them out");
    }
    if (settings.getProperty(AUTH, "").replaceAll("[-_]", "").equalsIgnoreCase("patienttoken")) {
      switchedOn(settings)
          .map(
              key -> "'" + key + "' is on, but '" + AUTH + "' is 'patient-token', which only reads:"
                  + " the service has no token of its own to write by; set '" + AUTH
                  + "' to 'smart-backend', or leave '" + key + "' out")
          .forEach(faults::add);
    }
    if (DemoMode.in(settings).on() && isElsewhere(address)) {
      faults.add("'" + BASE_URL + "' is on another machine, but demo mode signs in anybody; set '"
          + DemoMode.ISSUER + "', or use a server on this machine");
    }
    return faults;
  }

  private static Stream<String> switchedOn(PropertyResolver settings) {
    return WRITE_BACK.stream().filter(key -> settings.getProperty(key, Boolean.class, false));
  }

  private static boolean isElsewhere(String address) {
    try {
      return !Loopback.is(URI.create(address));
    } catch (IllegalArgumentException e) {
      return false; // reported with the setting itself
    }
  }
}
