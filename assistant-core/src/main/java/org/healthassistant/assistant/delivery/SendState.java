package org.healthassistant.assistant.delivery;

/// Where a text is. The order of the constants is from what a person must look at to what is
/// well, so that of several texts for one message the least tells how the message fares.
public enum SendState {
  /// The gateway or we gave up on it.
  FAILED,
  /// It may have gone out or not, and is not sent again.
  UNKNOWN,
  /// Kept back: the number has opted out, or too much went out.
  SUPPRESSED,
  /// Waiting for its turn, or for a gateway that asked to wait.
  PENDING,
  /// Handed to the gateway; the mark is set before, so that a death in between is noticed.
  SENDING,
  /// The gateway took it, which is not delivery.
  ACCEPTED,
  /// On the handset, which is not read.
  DELIVERED
}
