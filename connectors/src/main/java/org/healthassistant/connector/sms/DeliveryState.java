package org.healthassistant.connector.sms;

/// How far a text has come. Reports arrive out of order, so a state is only ever replaced by a
/// later one.
public enum DeliveryState {
  /// Taken by the gateway.
  QUEUED(0),
  /// Taken by the operator's network.
  SENT(1),
  /// On the handset, which does not mean read.
  DELIVERED(2),
  /// Will not arrive.
  FAILED(2);

  private final int rank;

  DeliveryState(int rank) {
    this.rank = rank;
  }

  /// Whether a report of this state may replace the other; false for the same state and between
  /// the two final ones.
  public boolean follows(DeliveryState earlier) {
    return rank > earlier.rank;
  }

  /// This state, or the reported one if it follows.
  public DeliveryState after(DeliveryState reported) {
    return reported.follows(this) ? reported : this;
  }
}
