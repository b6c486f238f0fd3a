package org.healthassistant.evaluation.traffic;

/// One message on its way to the service, under one id however often it is tried.
///
/// Written by the thread that sends it; read by others at any time.
public final class Send {

  /// By which door it goes.
  public enum Channel {
    WEB,
    SMS
  }

  private final Channel channel;
  private final String sender;
  private final String conversation;
  private final String id;
  private final MessageGenerator.Words words;
  private volatile int attempts;
  private volatile long acceptedNanos;
  private volatile int payloadBytes;
  private volatile boolean refused;

  /// @param sender the patient's id, or the number
  /// @param conversation its id by web; empty by SMS
  /// @param id the client's message id, or the gateway's
  public Send(
      Channel channel,
      String sender,
      String conversation,
      String id,
      MessageGenerator.Words words) {
    this.channel = channel;
    this.sender = sender;
    this.conversation = conversation;
    this.id = id;
    this.words = words;
  }

  public Channel channel() {
    return channel;
  }

  public String sender() {
    return sender;
  }

  String conversation() {
    return conversation;
  }

  public String id() {
    return id;
  }

  public String text() {
    return words.text();
  }

  public boolean emergency() {
    return words.emergency();
  }

  /// Notes that it goes out now.
  @SuppressWarnings("NonAtomicOperationOnVolatileField") // one thread writes
  public void tried() {
    attempts = attempts + 1;
  }

  /// Notes that the service said it has it.
  ///
  /// @param bytes how much text the service had to keep for it, as far as the sender can see
  public void accepted(long nanos, int bytes) {
    payloadBytes = bytes;
    acceptedNanos = nanos;
  }

  /// Notes that the service refused it for good.
  void refused() {
    refused = true;
  }

  public boolean wasRefused() {
    return refused;
  }

  public boolean wasAccepted() {
    return acceptedNanos != 0;
  }

  public int attempts() {
    return attempts;
  }

  public int payloadBytes() {
    return payloadBytes;
  }

  public long acceptedNanos() {
    return acceptedNanos;
  }

  @Override
  public String toString() {
    return "Send[" + channel + " " + id + "]";
  }
}
