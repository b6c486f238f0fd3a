package org.healthassistant.evaluation.traffic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.healthassistant.knowledge.text.Language;

/// Patients made for load: one FHIR Bundle each, with a name, a birth date and a language.
public final class LoadPatients {

  /// How many messages a minute the service takes of one of them.
  public static final String PACE = "assistant.turn.messages-per-minute";

  /// More than anyone sends here.
  public static final String UNBOUND = "100000";

  private static final String BUNDLE = """
      {
        "resourceType": "Bundle",
        "type": "collection",
        "entry": [
          {
            "fullUrl": "https://records.example.org/fhir/Patient/%1$s",
            "resource": {
              "resourceType": "Patient",
              "id": "%1$s",
              "name": [{"use": "official", "family": "Load", "given": ["%1$s"]}],
              "gender": "female",
              "birthDate": "1980-01-01",
              "communication": [
                {
                  "language": {"coding": [{"system": "urn:ietf:bcp:47", "code": "%2$s"}]},
                  "preferred": true
                }
              ]
            }
          }
        ]
      }
      """;

  private LoadPatients() {}

  /// Writes so many Bundles into a folder, every fifth patient a Spanish speaker.
  ///
  /// @param folder made when missing
  /// @return the folder
  public static Path write(Path folder, int count) {
    try {
      Files.createDirectories(folder);
      for (int i = 0; i < count; i++) {
        String id = String.format(Locale.ROOT, "load-%04d", i);
        Language language = i % 5 == 4 ? Language.SPANISH : Language.ENGLISH;
        Files.writeString(folder.resolve(id + ".json"), BUNDLE.formatted(id, language.tag()));
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": patients could not be written", e);
    }
  }

  /// The number of the n-th phone that is no patient's: numbers kept for fiction (555-01XX) of
  /// North American area codes; they repeat after four thousand.
  public static String phone(int n) {
    int area = AREAS[Math.floorMod(n / 100, AREAS.length)];
    return String.format(Locale.ROOT, "+1%d55501%02d", area, Math.floorMod(n, 100));
  }

  private static final int[] AREAS = {
    203, 205, 206, 207, 208, 209, 212, 213, 214, 215, 216, 217, 218, 219, 224, 225, 228, 229, 231,
    234, 239, 240, 248, 251, 252, 253, 254, 256, 260, 262, 267, 269, 270, 276, 281, 301, 302, 303,
    304, 305
  };
}
