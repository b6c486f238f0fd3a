package org.healthassistant.assistant.library;

/// A library that only says which release is in use, for tests that search nothing.
public final class NamedLibrary extends Library {

  private final String release;

  /// A library of that release.
  @SuppressWarnings("NullAway") // Nothing is ever searched.
  public NamedLibrary(String release) {
    super(null, null, null, false);
    this.release = release;
  }

  @Override
  public String releaseId() {
    return release;
  }
}
