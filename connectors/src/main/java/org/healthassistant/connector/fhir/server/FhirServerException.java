package org.healthassistant.connector.fhir.server;

import java.time.Duration;
import java.util.Optional;

/// Tells that a server did not give what was asked of it. Its message names the kind and nothing
/// of what was sent or received.
public final class FhirServerException extends RuntimeException {

  private final Kind kind;
  private final transient Optional<Duration> wait;

  FhirServerException(Kind kind, Optional<Duration> wait) {
    super(kind.code());
    this.kind = kind;
    this.wait = wait;
  }

  FhirServerException(Kind kind) {
    this(kind, Optional.empty());
  }

  /// What went wrong.
  public Kind kind() {
    return kind;
  }

  /// How long the server asks to wait; empty where it does not say.
  public Optional<Duration> askedWait() {
    return wait;
  }

  /// What can go wrong.
  public enum Kind {
    /// No connection came about.
    UNREACHABLE(true),
    /// It was silent, or took longer than a whole reading may.
    TIMEOUT(true),
    /// The connection broke before the answer was whole.
    BROKEN_OFF(true),
    /// It asks for less (429) or is out of service (503).
    BUSY(true),
    /// It failed by its own word (any other 5xx).
    FAILED(true),
    /// It does not know us (401), or gives no token.
    UNAUTHORIZED(true),
    /// It knows us and refuses this (403), or the token's scopes do not hold it.
    FORBIDDEN(false),
    /// It has no such thing (404, 410).
    NOT_FOUND(false),
    /// We ask so much ourselves that no place became free in time.
    CROWDED(false),
    /// Somebody changed the same thing at the same time (409).
    CONFLICT(false),
    /// It refuses the question (any other 4xx, or a redirect, which is not followed).
    REFUSED(false),
    /// The answer is not what FHIR says it must be.
    NOT_FHIR(false),
    /// The answer, or all pages together, are larger than is read.
    TOO_LARGE(false),
    /// A further page is on another server than the first, or one that was there already.
    FOREIGN_PAGE(false);

    private final boolean ofServer;

    Kind(boolean ofServer) {
      this.ofServer = ofServer;
    }

    /// Whether the next question will most likely end the same way, whatever it is.
    public boolean concernsServer() {
      return ofServer;
    }

    /// The name for logs and health, as `not-found`.
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }
}
