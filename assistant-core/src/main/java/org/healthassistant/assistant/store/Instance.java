package org.healthassistant.assistant.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who this process is among those that share a database: a name that stays the same for a data
/// directory, so that after a death its successor knows at once what the dead one had in hand,
/// instead of waiting until missed heartbeats tell.
///
/// The directory is locked while the process lives. Who does not get the lock, or cannot write
/// there, has a name of its own and inherits nothing.
final class Instance implements AutoCloseable {

  private static final String FILE = "instance";

  /// As many bytes as the column of the scheduler holds.
  private static final int LONGEST = 100;

  private final String name;
  private final @Nullable FileChannel held;

  private Instance(String name, @Nullable FileChannel held) {
    this.name = name;
    this.held = held;
  }

  static Instance of(Path dataDirectory) {
    @Nullable FileChannel channel = null;
    try {
      Files.createDirectories(dataDirectory);
      Path file = dataDirectory.resolve(FILE);
      channel = FileChannel.open(
          file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      @Nullable FileLock lock = channel.tryLock();
      if (lock != null) {
        return new Instance(name(channel), channel);
      }
    } catch (IOException | OverlappingFileLockException unusable) {
      // A name of its own costs at most the twenty seconds that heartbeats take.
    }
    close(channel);
    return new Instance(Ids.next(), null);
  }

  /// The name that the file holds; a new one, kept there, where it holds none.
  ///
  /// Read and written through the channel that is locked: the lock is the process's, and goes as
  /// soon as the process closes the file by whatever other descriptor.
  private static String name(FileChannel channel) throws IOException {
    ByteBuffer known = ByteBuffer.allocate(LONGEST);
    while (known.hasRemaining() && channel.read(known, known.position()) > 0) {}
    String name = StandardCharsets.UTF_8.decode(known.flip()).toString().strip();
    if (!name.isEmpty()) {
      return name;
    }
    String fresh = Ids.next();
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(fresh);
    while (bytes.hasRemaining()) {
      channel.write(bytes, bytes.position());
    }
    channel.force(true);
    return fresh;
  }

  String name() {
    return name;
  }

  /// Frees the work that a dead process of this name had in hand, so that it is done now.
  void freeInherited(JdbcClient jdbc) {
    if (held == null) {
      return;
    }
    jdbc.sql("""
        update scheduled_tasks
        set picked = false, picked_by = null, last_heartbeat = null, version = version + 1
        where picked = true and picked_by = :name
        """).param("name", name).update();
  }

  @Override
  public void close() {
    close(held);
  }

  private static void close(@Nullable FileChannel channel) {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException alreadyGone) {
        // The lock goes with the process at the latest.
      }
    }
  }
}
