package org.healthassistant.connector.fhir;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.healthassistant.connector.record.PatientRecord;

/// A directory of FHIR R4 Bundles in JSON, one patient a file.
public final class FhirBundleDirectory {
  private static final List<String> DEMO =
      List.of("dana-whitfield", "maria-alvarez", "priya-nair", "robert-hayes", "tom-becker");

  /// The ending of files with one resource a line.
  static final String LINES = ".ndjson";

  private static final List<String> READ = List.of(".json", LINES);
  private static final List<String> UNREAD =
      List.of(".json.gz", ".ndjson.gz", ".json.zip", ".zip", ".xml", ".jsonl");

  private FhirBundleDirectory() {}

  /// Reads every file of a directory at once, with days and times as the sources wrote them.
  ///
  /// As [#list] and [#readFile] do file by file; of two files with the same patient id neither is
  /// loaded, for an allergy may stand in only one of them.
  ///
  /// @param directory if it does not exist or cannot be listed, that is the one problem of the
  /// reading
  public static Reading read(Path directory) {
    Listing listing = list(directory);
    var collected = new Collected();
    collected.problems.addAll(listing.problems());
    for (Path file : listing.files()) {
      collected.add(name(file), readFile(file, Dates.AS_WRITTEN));
    }
    return collected.reading();
  }

  /// Lists the files that hold Bundles (`*.json`) or resources line by line (`*.ndjson`), in
  /// the order of their names, whatever the case of their endings. Sub-directories and hidden
  /// files are left out; packed or XML files are a problem each, for they may hold what is
  /// missed elsewhere.
  public static Listing list(Path directory) {
    List<Path> files;
    try (Stream<Path> listed = Files.list(directory)) {
      files = listed.filter(FhirBundleDirectory::isVisible).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      return new Listing(
          List.of(),
          List.of(new Problem(
              name(directory),
              "",
              "the directory cannot be listed",
              "create it or correct the setting that names it")));
    }
    return new Listing(
        files.stream().filter(file -> endsWith(file, READ)).toList(),
        files.stream()
            .filter(file -> endsWith(file, UNREAD))
            .map(file -> new Problem(
                name(file),
                "",
                "files of this kind are not read",
                "export Bundles in JSON (*.json), one patient each"))
            .toList());
  }

  /// Reads one file. What cannot be read is a [Problem], and the rest is still loaded: an entry
  /// on its own if only that entry is wrong, else the file.
  ///
  /// @param zone the time zone in which days and times are told
  public static FileReading readFile(Path file, ZoneId zone) {
    BundleReader.Result result = readFile(file, new Dates(zone));
    return new FileReading(Optional.ofNullable(result.record()), result.problems());
  }

  /// The id of the patient that a file is about; empty where it cannot be told. Much faster than
  /// reading the file.
  public static Optional<String> patientId(Path file) {
    try {
      return BundleReader.patientId(name(file), Files.readAllBytes(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static BundleReader.Result readFile(Path file, Dates dates) {
    try {
      BundleReader.Result result = BundleReader.read(name(file), Files.readAllBytes(file), dates);
      PatientRecord read = result.record();
      if (read == null || read.asOf() != null) {
        return result;
      }
      Instant written = Files.getLastModifiedTime(file).toInstant();
      return new BundleReader.Result(
          new PatientRecord(
              read.person(), read.entries(), written, read.incomplete(), read.sensitive()),
          result.problems());
    } catch (IOException e) {
      return new BundleReader.Result(
          null,
          List.of(
              new Problem(name(file), "", "the file cannot be opened", "check its permissions")));
    }
  }

  /// Reads the five built-in demo patients, who are invented, with days and times as written.
  public static Reading builtIn() {
    return builtIn(Dates.AS_WRITTEN);
  }

  /// Reads the five built-in demo patients, with days and times in a zone.
  public static Reading builtIn(ZoneId zone) {
    return builtIn(new Dates(zone));
  }

  private static Reading builtIn(Dates dates) {
    var collected = new Collected();
    for (String slug : DEMO) {
      String name = slug + ".json";
      try (InputStream in = FhirBundleDirectory.class.getResourceAsStream("demo/" + name)) {
        byte[] json =
            Objects.requireNonNull(in, name + " is missing from the jar").readAllBytes();
        collected.add(name, BundleReader.read(name, json, dates));
      } catch (IOException e) {
        throw new UncheckedIOException(name + " cannot be read from the jar", e);
      }
    }
    return collected.reading();
  }

  private static boolean isVisible(Path file) {
    return !name(file).startsWith(".") && Files.isRegularFile(file);
  }

  private static boolean endsWith(Path file, List<String> endings) {
    String name = name(file).toLowerCase(Locale.ROOT);
    return endings.stream().anyMatch(name::endsWith);
  }

  private static String name(Path file) {
    return Objects.toString(file.getFileName(), "");
  }

  /// What a directory holds.
  ///
  /// @param files to be read one by one, in the order of their names
  /// @param problems with the directory, or with files that look like records and are not read
  public record Listing(List<Path> files, List<Problem> problems) {
    /// Copies the lists.
    public Listing {
      files = List.copyOf(files);
      problems = List.copyOf(problems);
    }
  }

  /// What came of one file.
  ///
  /// @param record empty if nothing of the file can be used
  /// @param problems empty if all was read
  public record FileReading(Optional<PatientRecord> record, List<Problem> problems) {
    /// Copies the list.
    public FileReading {
      problems = List.copyOf(problems);
    }
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
