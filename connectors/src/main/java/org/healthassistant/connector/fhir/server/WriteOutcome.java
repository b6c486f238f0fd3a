package org.healthassistant.connector.fhir.server;

import java.time.Duration;
import java.util.Optional;

/// What became of one attempt to write a resource. These are all there are.
public sealed interface WriteOutcome {

  /// The server has it as we wrote it.
  ///
  /// @param serverId its id there; empty where the server does not say
  record Done(String serverId) implements WriteOutcome {}

  /// The server had it and has it no more: somebody deleted it there.
  record Gone() implements WriteOutcome {}

  /// It may go later; whether the server has it, nobody knows.
  ///
  /// @param code a stable word for why
  /// @param ofServer whether the next resource will most likely fare the same
  /// @param asked how long the server asks to wait; empty where it does not say
  record Later(String code, boolean ofServer, Optional<Duration> asked) implements WriteOutcome {}

  /// The server does not take it.
  ///
  /// @param code a stable word for why
  record Refused(String code) implements WriteOutcome {}
}
