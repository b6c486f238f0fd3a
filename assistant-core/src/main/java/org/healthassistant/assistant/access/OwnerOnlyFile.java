package org.healthassistant.assistant.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/// Writes a file that only its owner can read, whole or not at all.
final class OwnerOnlyFile {

  private OwnerOnlyFile() {}

  static void write(Path file, String content) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    Files.createDirectories(directory);
    Path draft = Files.createTempFile(directory, file.getFileName().toString(), ".tmp");
    if (Files.getFileStore(draft).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
    }
    Files.writeString(draft, content);
    Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
