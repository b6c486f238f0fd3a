package org.healthassistant.evaluation.load;

/// One message on its way to the service, under one id however often it is tried.
///
/// Written by the thread that sends it; read by others at any time.
final class Send {

  /// By which door it goes.
  enum Channel {
    WEB,
    SMS
  }

  private final Channel channel;
  private final String sender;
  private final String conversation;
  private final String id;
  private final Script.Words words;
  private volatile int attempts;
  private volatile long acceptedNanos;
  private volatile int payloadBytes;
  private volatile boolean refused;

  /// @param sender the patient's id, or the number
  /// @param conversation its id by web; empty by SMS
  /// @param id the client's message id, or the gateway's
  Send(Channel channel, String sender, String conversation, String id, Script.Words words) {
    this.channel = channel;
    this.sender = sender;
    this.conversation = conversation;
    this.id = id;
    this.words = words;
  }

  Channel channel() {
    return channel;
  }

  String sender() {
    return sender;
  }

  String conversation() {
    return conversation;
  }

  String id() {
    return id;
  }

  String text() {
    return words.text();
  }

  boolean emergency() {
    return words.emergency();
  }

  /// Notes that it goes out now.
  @SuppressWarnings("NonAtomicOperationOnVolatileField") // one thread writes
  void tried() {
    attempts = attempts + 1;
  }

  /// Notes that the service said it has it.
  ///
  /// @param bytes how much text the service had to keep for it, as far as the sender can see
  void accepted(long nanos, int bytes) {
    payloadBytes = bytes;
    acceptedNanos = nanos;
  }

  /// Notes that the service refused it for good.
  void refused() {
    refused = true;
  }

  boolean wasRefused() {
    return refused;
  }

  boolean wasAccepted() {
    return acceptedNanos != 0;
  }

  int attempts() {
    return attempts;
  }

  int payloadBytes() {
    return payloadBytes;
  }

  long acceptedNanos() {
    return acceptedNanos;
  }

  @Override
  public String toString() {
    return "Send[" + channel + " " + id + "]";
  }
}
