package org.healthassistant.knowledge.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A directory in which releases are kept side by side, each in a folder of its id, with a file
/// `current` that names the one in use and below it those before it, newest first.
///
/// A switch writes that one file anew and moves it into place, so that whoever opens the shelf
/// gets one release or the other and never a mixture. A kept release is never changed.
public final class Shelf {
  private static final String CURRENT = "current";
  private static final String NEXT = "next";

  private final Path directory;

  /// The shelf in a directory, which need not exist yet.
  public Shelf(Path directory) {
    this.directory = directory;
  }

  /// Whether a directory is a shelf with a release in use.
  static boolean isIn(Path directory) {
    return Files.isRegularFile(directory.resolve(CURRENT));
  }

  /// Where the next release is to be written before it is kept; what is in use lies there as a
  /// copy, so that vectors of unchanged texts are found.
  ///
  /// @throws UncheckedIOException if the copy cannot be written
  public Path next() {
    Path next = directory.resolve(NEXT);
    try {
      Files.createDirectories(next);
      Optional<Path> current = current();
      if (current.isPresent()) {
        try (var files = Files.list(current.get())) {
          for (Path file : files.toList()) {
            Files.copy(file, next.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
          }
        }
      }
      return next;
    } catch (IOException failed) {
      throw new UncheckedIOException("the release cannot be written to " + next, failed);
    }
  }

  /// Keeps what was written to [#next] under its id and switches to it.
  ///
  /// @throws DamagedRelease if it is not whole
  /// @throws UncheckedIOException if it cannot be moved
  public void keep() {
    Path next = directory.resolve(NEXT);
    String id = Release.load(next).id();
    Path place = directory.resolve(id);
    try {
      if (Files.exists(place)) {
        Files.move(place, directory.resolve(id + ".old"), StandardCopyOption.ATOMIC_MOVE);
      }
      Files.move(next, place, StandardCopyOption.ATOMIC_MOVE);
      ReleaseBuilder.delete(directory.resolve(id + ".old"));
    } catch (IOException failed) {
      throw new UncheckedIOException("the release cannot be kept in " + place, failed);
    }
    use(id);
  }

  /// Switches to a kept release.
  ///
  /// @throws DamagedRelease if there is none of that id, or it is not whole
  public void use(String id) {
    Release.load(directory.resolve(id));
    List<String> names = new ArrayList<>(history());
    if (names.isEmpty() || !names.getFirst().equals(id)) {
      names.addFirst(id);
      write(names);
    }
  }

  /// Switches back to the release that was in use before this one.
  ///
  /// @return its id; empty when there was none, and nothing was changed
  /// @throws DamagedRelease if it is not whole any more
  public Optional<String> back() {
    List<String> names = history();
    if (names.size() < 2) {
      return Optional.empty();
    }
    Release.load(directory.resolve(names.get(1)));
    write(names.subList(1, names.size()));
    return Optional.of(names.get(1));
  }

  /// The directory of the release in use; empty when there is none.
  public Optional<Path> current() {
    return history().stream().findFirst().map(directory::resolve);
  }

  /// The ids of the release in use and of those before it, newest first.
  public List<String> history() {
    Path file = directory.resolve(CURRENT);
    try {
      return Files.isRegularFile(file)
          ? Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList()
          : List.of();
    } catch (IOException failed) {
      throw new UncheckedIOException(file + " cannot be read", failed);
    }
  }

  private void write(List<String> names) {
    Path fresh = directory.resolve(CURRENT + ".new");
    try {
      Files.write(fresh, names);
      Files.move(
          fresh,
          directory.resolve(CURRENT),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failed) {
      throw new UncheckedIOException("the shelf in " + directory + " cannot be switched", failed);
    }
  }
}
