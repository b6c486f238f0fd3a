package org.healthassistant.assistant.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// `docs/settings.md` is made from the documentation of the settings' records.
/// `-Dgolden.update=true` writes it anew.
class SettingsDocumentTest {

  private static final String HEAD = """
      # Settings

      One prefix, kebab-case. Each can stand in `application.yaml`, be an environment variable (`ASSISTANT_DATA_DIRECTORY` is `assistant.data-directory`) or a command-line option, and secrets can be files in the folder `assistant.secrets-directory`, named by their key. A list is written as YAML, with an index (`assistant.embed.origins[0]`, `ASSISTANT_EMBED_ORIGINS_0`) or, where its elements are plain, with commas.

      Wrong, unknown or missing settings are reported all together at start, each with what to do, and the process ends; `--check-config` does only that.

      This table is generated from the records that hold the settings; change it there.

      | setting | kind | default | meaning |
      | --- | --- | --- | --- |
      | `server.port`, `management.server.port` | integer | 8080, 8081 | health and metrics are on the second |
      | `spring.datasource.url` (`.username`, `.password`) | text | H2 in the data directory | PostgreSQL 14+ for patients |
      | `spring.mail.*` | | – | pages by e-mail |
      """;

  private final List<Setting> settings = SettingsMetadata.load().all();

  @Test
  void isWhatTheRecordsSay() throws IOException {
    Path file = file();
    String expected = HEAD
        + settings.stream()
            .map(s -> "| `" + s.key() + "` | " + escaped(s.kind()) + " | " + s.otherwise() + " | "
                + s.meaning() + " |\n")
            .collect(Collectors.joining());
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(file, expected);
    }

    assertThat(Files.readString(file))
        .as("%s; -Dgolden.update=true writes it anew", file)
        .isEqualTo(expected);
  }

  @Test
  void hasAMeaningAndAKindForEverySetting() {
    assertThat(settings).hasSizeGreaterThan(60).allSatisfy(setting -> {
      assertThat(setting.meaning()).as(setting.key()).isNotBlank();
      assertThat(setting.otherwise()).as(setting.key()).isNotBlank();
    });
  }

  @Test
  void knowsEverySecretAsOne() {
    assertThat(settings.stream().filter(s -> s.kind().equals("secret")).map(Setting::key))
        .containsExactly(
            "assistant.crypto.master-key",
            "assistant.escalation.webhook.secret",
            "assistant.identity.sign-in.client-secret",
            "assistant.model.api-key",
            "assistant.model.second.api-key",
            "assistant.record.fhir.private-key",
            "assistant.sms.kannel.inbound-secret",
            "assistant.sms.kannel.password",
            "assistant.sms.twilio.auth-token");
  }

  private static String escaped(String kind) {
    return kind.replace("|", "\\|");
  }

  private static Path file() {
    Path here = Path.of("docs", "settings.md");
    return Files.isDirectory(Path.of("docs")) ? here : Path.of("assistant-core").resolve(here);
  }
}
