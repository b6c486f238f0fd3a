package org.healthassistant.evaluation.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A folder in which somebody types commands, and the programs that run on from there until it is
/// closed.
final class Workshop implements AutoCloseable {

  private static final long MINUTES = 4;

  private final Path folder;
  private final Map<String, String> environment;
  private final Map<String, Process> running = new LinkedHashMap<>();

  /// @param environment variables of every command
  Workshop(Path folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment = Map.copyOf(environment);
  }

  void write(String name, String content) {
    try {
      Files.writeString(folder.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void link(String name, Path to) {
    try {
      Files.createSymbolicLink(folder.resolve(name), to.toAbsolutePath());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Carries commands out to their end, and fails where one does.
  ///
  /// @return what they said
  String run(String commands) {
    Path said = folder.resolve("commands.log");
    try {
      Process process = start("set -e\n" + commands, said);
      assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).as(commands).isTrue();
      String all = Files.readString(said);
      assertThat(process.exitValue()).as("%s\n%s", commands, all).isZero();
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// Begins a command that runs on.
  void begin(String command, String log) {
    running.put(log, start("exec " + command, folder.resolve(log)));
  }

  /// Whether the program that writes that log still runs.
  boolean runs(String log) {
    Process process = running.get(log);
    return process != null && process.isAlive();
  }

  /// The end of what a program that runs on has said.
  String said(String log) {
    try {
      String all = Files.readString(folder.resolve(log));
      return all.substring(Math.max(0, all.length() - 3_000));
    } catch (IOException e) {
      return "(nothing)";
    }
  }

  private Process start(String commands, Path log) {
    ProcessBuilder shell = new ProcessBuilder("sh", "-c", commands)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(log.toFile());
    shell.environment().putAll(environment);
    try {
      return shell.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    for (Process process : List.copyOf(running.values()).reversed()) {
      List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
      all.add(process.toHandle());
      all.forEach(ProcessHandle::destroy);
      try {
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
          all.forEach(ProcessHandle::destroyForcibly);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
