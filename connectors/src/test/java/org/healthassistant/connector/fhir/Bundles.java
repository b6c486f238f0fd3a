package org.healthassistant.connector.fhir;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.healthassistant.connector.record.Entry;
import org.healthassistant.connector.record.PatientRecord;

/// Small Bundles for tests: the patient `pat` and the given resources, one entry a line from
/// line 3 on.
final class Bundles {
  static final String PATIENT = """
      {"resourceType": "Patient", "id": "pat", "name": [{"text": "Pat Example"}]}\
      """;

  private Bundles() {}

  static String of(String... resources) {
    return Arrays.stream(resources)
        .map(resource -> "{\"resource\": " + resource.replace("\n", " ") + "}")
        .collect(Collectors.joining(
            ",\n",
            "{\"resourceType\": \"Bundle\", \"type\": \"collection\",\n\"entry\": [\n",
            "\n]}\n"));
  }

  static BundleReader.Result read(String... resources) {
    return BundleReader.read("pat.json", of(resources).getBytes(StandardCharsets.UTF_8));
  }

  /// The record of the patient with the resources, all of which must be readable.
  static PatientRecord record(String... resources) {
    String[] all = new String[resources.length + 1];
    all[0] = PATIENT;
    System.arraycopy(resources, 0, all, 1, resources.length);
    var result = read(all);
    if (!result.problems().isEmpty() || result.record() == null) {
      throw new AssertionError(result.problems());
    }
    return result.record();
  }

  /// The one entry of a kind among what a resource became.
  static <E extends Entry> E only(Class<E> kind, String... resources) {
    var entries = record(resources).entries(kind);
    if (entries.size() != 1) {
      throw new AssertionError("expected one entry, got " + entries.size());
    }
    return entries.getFirst();
  }
}
