package org.healthassistant.connector.sms;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What became of one attempt to send, as far as the gateway has told us.
///
/// These four are all there are. A refusal is a value and not an exception because it is part
/// of normal work: numbers are mistyped and gateways throttle every day.
public sealed interface SendOutcome {
  /// The gateway took it. That is not delivery.
  ///
  /// @param gatewayId the gateway's id of it; empty if it gives none
  record Accepted(String gatewayId) implements SendOutcome {}

  /// It was certainly not taken, and trying again later may help.
  ///
  /// @param code a stable word for logs, such as `connect-failed`
  /// @param after how long the gateway asks to wait; null if it does not say
  record TryLater(String code, @Nullable Duration after) implements SendOutcome {}

  /// It was not taken and never will be.
  ///
  /// @param code a stable word for logs, such as `auth-failed`
  /// @param reason one sentence for the operator, without number or text
  record Refused(String code, String reason) implements SendOutcome {}

  /// The connection broke after the request was sent, or the gateway failed: it may have been
  /// accepted.
  ///
  /// @param code a stable word for logs, such as `timeout`
  record Unknown(String code) implements SendOutcome {}
}
