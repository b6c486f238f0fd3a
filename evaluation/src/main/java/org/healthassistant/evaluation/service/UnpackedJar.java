package org.healthassistant.evaluation.service;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// The packaged jar unpacked by its own tool (`-Djarmode=tools … extract`), with a cache of
/// classes that one start has filled (`-XX:AOTCache`, JEP 514): it starts in less than half the
/// time.
///
/// @param jar the executable jar in the unpacked folder
/// @param jvm the options to start it with
record UnpackedJar(Path jar, List<String> jvm) {

  private static final List<String> LEAN = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private static final Map<Path, UnpackedJar> KNOWN = new ConcurrentHashMap<>();

  UnpackedJar {
    jvm = List.copyOf(jvm);
  }

  /// Unpacks a jar, once in the life of this process.
  ///
  /// @throws IllegalStateException if the tool fails
  static UnpackedJar of(Path jar, FirstRun firstRun) {
    return KNOWN.computeIfAbsent(jar.toAbsolutePath(), path -> unpack(path, firstRun));
  }

  private static UnpackedJar unpack(Path jar, FirstRun firstRun) {
    try {
      Path folder = Files.createTempDirectory("assistant-unpacked-");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
      run(List.of(
          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-Djarmode=tools",
          "-jar",
          jar.toString(),
          "extract",
          "--destination",
          folder.toString(),
          "--force"));
      Path unpacked = folder.resolve(jar.getFileName().toString());
      Path cache = folder.resolve("start.aot");
      train(unpacked, cache, firstRun);
      var options = new ArrayList<>(LEAN);
      if (Files.exists(cache)) {
        options.add("-XX:AOTCache=" + cache);
      }
      return new UnpackedJar(unpacked, options);
    } catch (IOException e) {
      throw new UncheckedIOException(jar + ": cannot be unpacked", e);
    }
  }

  /// Starts the service once, lets patients write to it, and stops it; without a cache a start is
  /// merely slower.
  private static void train(Path jar, Path cache, FirstRun firstRun) throws IOException {
    var options = new ArrayList<>(LEAN);
    options.add("-XX:AOTCacheOutput=" + cache);
    firstRun.run(ServiceOptions.of(jar).beside(cache.resolveSibling("training")).jvm(options));
  }

  private static void remove(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      // It stays in the system's temporary folder, which is cleared by the system.
    }
  }

  private static void run(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
    try {
      int exit = process.waitFor();
      if (exit != 0) {
        throw new IllegalStateException("the jar's own tool ended with " + exit);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the jar was unpacked", e);
    }
  }
}
