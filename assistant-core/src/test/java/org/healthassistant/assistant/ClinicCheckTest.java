package org.healthassistant.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class ClinicCheckTest {

  private static final Map<String, String> CLINIC = Map.of(
      "assistant.crypto.master-key", "x",
      "assistant.identity.audience", "health-assistant",
      "assistant.base-url", "https://assistant.clinic.example",
      "assistant.time-zone", "America/Chicago",
      "spring.datasource.url", "jdbc:postgresql://db/assistant",
      "assistant.behind-proxy", "true");

  @Test
  void namesEverythingThatIsMissingAtOnceWithTheWayOut() {
    List<String> faults = faults(Map.of());

    assertThat(faults)
        .hasSize(6)
        .anySatisfy(f -> assertThat(f).startsWith("'assistant.crypto.master-key' is needed"))
        .anySatisfy(f -> assertThat(f).startsWith("'assistant.identity.audience' is needed"))
        .anySatisfy(f -> assertThat(f)
            .startsWith("'assistant.base-url' is needed")
            .contains("https://assistant.example.org"))
        .anySatisfy(f -> assertThat(f)
            .startsWith("'assistant.time-zone' is needed")
            .contains("America/New_York"))
        .anySatisfy(f -> assertThat(f)
            .startsWith("'spring.datasource.url' is needed")
            .contains("jdbc:postgresql://", "assistant.allow-h2=true"))
        .anySatisfy(f -> assertThat(f)
            .startsWith("'assistant.behind-proxy' is not set")
            .contains("server.ssl.bundle", "server.address=127.0.0.1"));
  }

  @Test
  void findsNothingWrongWithAClinic() {
    assertThat(faults(CLINIC)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      assistant.behind-proxy | false | server.ssl.bundle          | clinic
      assistant.behind-proxy | false | server.ssl.certificate     | /etc/clinic.pem
      spring.datasource.url  |       | assistant.allow-h2         | true
      spring.datasource.url  | jdbc:h2:mem:x | assistant.allow-h2 | true
      """)
  void takesTheOtherWayOut(String without, String value, String with, String instead) {
    Map<String, String> settings = new HashMap<>(CLINIC);
    settings.put(without, value == null ? "" : value);
    assertThat(faults(settings)).singleElement().satisfies(f -> assertThat(f).contains(without));

    settings.put(with, instead);

    assertThat(faults(settings)).isEmpty();
  }

  @Test
  void letsSomebodyTryItOnOneMachineByPlainHttp() {
    Map<String, String> settings = new HashMap<>(CLINIC);
    settings.put("assistant.base-url", "http://localhost:8080");
    settings.put("assistant.behind-proxy", "false");
    assertThat(faults(settings)).hasSize(1);

    settings.put("server.address", "127.0.0.1");

    assertThat(faults(settings)).isEmpty();
  }

  @Test
  void wantsCookiesToTravelEnciphered() {
    Map<String, String> settings = new HashMap<>(CLINIC);
    settings.put("assistant.base-url", "http://assistant.clinic.example");

    assertThat(faults(settings))
        .singleElement()
        .satisfies(f -> assertThat(f).startsWith("'assistant.base-url' begins with http"));
  }

  private static List<String> faults(Map<String, String> settings) {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(new MapPropertySource("test", new HashMap<>(settings)));
    return ClinicCheck.faults(environment);
  }
}
