package org.healthassistant.assistant.testing;

/// The keys of tests; not secret.
public final class TestKeys {

  /// A master key: 32 bytes in Base64.
  public static final String MASTER = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

  private TestKeys() {}
}
