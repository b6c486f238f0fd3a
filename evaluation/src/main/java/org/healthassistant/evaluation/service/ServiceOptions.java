package org.healthassistant.evaluation.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// How the packaged service is started.
///
/// The same options start it again on the same data and ports, as after a kill.
///
/// @param jar the executable jar
/// @param dataDirectory `assistant.data-directory`; need not exist
/// @param ports where it listens
/// @param database what it stores in
/// @param settings further settings by their key; they win over what the options say otherwise
/// @param heapMegabytes the most heap, at least 128
/// @param jvm further options of the Java machine
/// @param patience how long a start may take until it is ready
public record ServiceOptions(
    Path jar,
    Path dataDirectory,
    FreePorts ports,
    Database database,
    Map<String, String> settings,
    int heapMegabytes,
    List<String> jvm,
    Duration patience) {

  private static final Path USUAL = Path.of("assistant-core", "target", "assistant-core.jar");

  /// Copies the settings and checks the range of the heap.
  public ServiceOptions {
    Objects.requireNonNull(jar, "jar");
    settings = Map.copyOf(settings);
    jvm = List.copyOf(jvm);
    if (heapMegabytes < 128) {
      throw new IllegalArgumentException("heapMegabytes must be >= 128, got " + heapMegabytes);
    }
  }

  /// The packaged jar of this repository on H2 in a new temporary data directory: 512 MB of heap,
  /// free ports, up to five minutes to start.
  ///
  /// @throws IllegalStateException if the jar has not been built, saying how
  public static ServiceOptions packaged() {
    return of(packagedJar());
  }

  /// The given jar, otherwise as [#packaged].
  public static ServiceOptions of(Path jar) {
    try {
      return new ServiceOptions(
          jar,
          Files.createTempDirectory("assistant-evaluation-"),
          FreePorts.choose(),
          new Database.EmbeddedH2(),
          Map.of(),
          512,
          List.of(),
          Duration.ofMinutes(5));
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary directory could be made", e);
    }
  }

  /// The service's jar in the repository that the working directory lies in.
  ///
  /// @throws IllegalStateException if it has not been built, saying how
  public static Path packagedJar() {
    Path folder = Path.of("").toAbsolutePath();
    for (Path at = folder; at != null; at = at.getParent()) {
      if (Files.isRegularFile(at.resolve(USUAL))) {
        return at.resolve(USUAL);
      }
    }
    throw new IllegalStateException(
        "no " + USUAL + " above " + folder + "; run ./mvnw package, or name the jar by --jar");
  }

  /// The same options with one more setting.
  public ServiceOptions with(String key, String value) {
    var more = new TreeMap<>(settings);
    more.put(key, value);
    return new ServiceOptions(
        jar, dataDirectory, ports, database, more, heapMegabytes, jvm, patience);
  }

  /// The same options on another database.
  public ServiceOptions on(Database other) {
    return new ServiceOptions(
        jar, dataDirectory, ports, other, settings, heapMegabytes, jvm, patience);
  }

  /// The same options in another data directory and on other ports.
  public ServiceOptions beside(Path otherDirectory) {
    return new ServiceOptions(
        jar, otherDirectory, FreePorts.choose(), database, settings, heapMegabytes, jvm, patience);
  }

  /// The same options with a quick start: the jar unpacked by its own tool, with a cache of
  /// what a start loads, first compiler only, serial collector. It runs slower after: for runs
  /// that start often. Takes half a minute the first time in a process.
  ///
  /// @param firstRun what fills the cache
  public ServiceOptions startingQuickly(FirstRun firstRun) {
    UnpackedJar unpacked = UnpackedJar.of(jar, firstRun);
    return new ServiceOptions(
        unpacked.jar(),
        dataDirectory,
        ports,
        database,
        settings,
        heapMegabytes,
        unpacked.jvm(),
        patience);
  }

  /// The same options with these of the Java machine instead.
  ServiceOptions jvm(List<String> options) {
    return new ServiceOptions(
        jar, dataDirectory, ports, database, settings, heapMegabytes, options, patience);
  }

  /// The command that starts it, on the Java that runs this program.
  List<String> command() {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--add-modules=jdk.incubator.vector");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-Xmx" + heapMegabytes + "m");
    command.add("-Djava.io.tmpdir=" + temporary());
    command.addAll(jvm);
    command.add("-jar");
    command.add(jar.toAbsolutePath().toString());
    allSettings().forEach((key, value) -> command.add("--" + key + "=" + value));
    return command;
  }

  /// Where the process may leave what a killed one cannot remove.
  Path temporary() {
    return dataDirectory.toAbsolutePath().resolve("tmp");
  }

  private Map<String, String> allSettings() {
    var all = new TreeMap<String, String>();
    all.put("server.port", String.valueOf(ports.service()));
    all.put("management.server.port", String.valueOf(ports.management()));
    all.put("assistant.data-directory", dataDirectory.toAbsolutePath().toString());
    all.putAll(database.settings());
    all.putAll(settings);
    return all;
  }
}
