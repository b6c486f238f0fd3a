package org.healthassistant.knowledge.embed;

import org.jspecify.annotations.Nullable;

/// The bytes of a file, kept until somebody takes them: a model's are tens of megabytes, which
/// nobody needs once its session is open.
final class FileContent {
  private byte @Nullable [] bytes;

  FileContent(byte[] bytes) {
    this.bytes = bytes;
  }

  /// Hands the bytes out and forgets them.
  ///
  /// @throws IllegalStateException if they were taken before
  synchronized byte[] take() {
    byte[] taken = bytes;
    if (taken == null) {
      throw new IllegalStateException("the file was taken before");
    }
    bytes = null;
    return taken;
  }
}
