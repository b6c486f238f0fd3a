package org.healthassistant.connector.fhir;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.healthassistant.connector.record.PatientRecord;

/// A directory of FHIR R4 Bundles in JSON, one patient a file.
public final class FhirBundleDirectory {
  private static final List<String> DEMO =
      List.of("dana-whitfield", "maria-alvarez", "priya-nair", "robert-hayes", "tom-becker");

  private FhirBundleDirectory() {}

  /// Reads every `*.json` file of a directory, in the order of their names.
  ///
  /// What cannot be read is a [Problem] and the rest is still loaded: an entry on its own if
  /// only that entry is wrong, else the file. Two files with the same patient id are a problem
  /// and neither is loaded, for an allergy may stand in only one of them. Sub-directories and
  /// hidden files are left out.
  ///
  /// @param directory if it does not exist or cannot be listed, that is the one problem of the
  /// reading
  public static Reading read(Path directory) {
    List<Path> files;
    try (Stream<Path> listed = Files.list(directory)) {
      files = listed.filter(FhirBundleDirectory::isBundleFile).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      return new Reading(
          List.of(),
          List.of(new Problem(
              Objects.toString(directory.getFileName(), ""),
              "",
              "the directory cannot be listed",
              "create it or correct the setting that names it")));
    }
    var collected = new Collected();
    for (Path file : files) {
      String name = Objects.toString(file.getFileName(), "");
      try {
        collected.add(name, BundleReader.read(name, Files.readAllBytes(file)));
      } catch (IOException e) {
        collected.problems.add(
            new Problem(name, "", "the file cannot be opened", "check its permissions"));
      }
    }
    return collected.reading();
  }

  /// Reads the five built-in demo patients, who are invented.
  public static Reading builtIn() {
    var collected = new Collected();
    for (String slug : DEMO) {
      String name = slug + ".json";
      try (InputStream in = FhirBundleDirectory.class.getResourceAsStream("demo/" + name)) {
        byte[] json =
            Objects.requireNonNull(in, name + " is missing from the jar").readAllBytes();
        collected.add(name, BundleReader.read(name, json));
      } catch (IOException e) {
        throw new UncheckedIOException(name + " cannot be read from the jar", e);
      }
    }
    return collected.reading();
  }

  private static boolean isBundleFile(Path file) {
    String name = Objects.toString(file.getFileName(), "");
    return name.endsWith(".json") && !name.startsWith(".") && Files.isRegularFile(file);
  }

  /// What was read.
  ///
  /// @param records one a patient, in the order of the file names
  /// @param problems empty if all was read
  public record Reading(List<PatientRecord> records, List<Problem> problems) {
    /// Copies the lists.
    public Reading {
      records = List.copyOf(records);
      problems = List.copyOf(problems);
    }
  }

  /// The files read so far, by patient.
  private static final class Collected {
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, List<String>> filesByPatient = new LinkedHashMap<>();
    private final Map<String, PatientRecord> records = new LinkedHashMap<>();

    void add(String file, BundleReader.Result result) {
      problems.addAll(result.problems());
      PatientRecord read = result.record();
      if (read != null) {
        String id = read.person().id();
        filesByPatient.computeIfAbsent(id, unused -> new ArrayList<>()).add(file);
        records.put(id, read);
      }
    }

    Reading reading() {
      filesByPatient.forEach((id, files) -> {
        if (files.size() > 1) {
          records.remove(id);
          problems.add(new Problem(
              String.join(" and ", files),
              "",
              "these files hold the same patient id, so none of them was loaded",
              "keep one, or give the patients ids of their own"));
        }
      });
      return new Reading(List.copyOf(records.values()), problems);
    }
  }
}
