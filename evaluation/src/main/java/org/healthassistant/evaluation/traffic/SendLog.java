package org.healthassistant.evaluation.traffic;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/// Everything that was sent in a run, in the order in which sending began.
public final class SendLog {

  private final Queue<Send> sends = new ConcurrentLinkedQueue<>();
  private final AtomicLong attempts = new AtomicLong();
  private final AtomicLong accepted = new AtomicLong();

  /// Enters a message before it is first tried.
  public void enter(Send send) {
    sends.add(send);
  }

  /// Counts one try, before it goes out.
  void trying() {
    attempts.incrementAndGet();
  }

  /// Counts one message that the service said it has.
  void accepted() {
    accepted.incrementAndGet();
  }

  public long attempts() {
    return attempts.get();
  }

  public long acceptedCount() {
    return accepted.get();
  }

  /// All messages so far.
  public List<Send> sends() {
    return List.copyOf(sends);
  }

  /// How many emergencies the service said it has.
  public long acceptedEmergencies() {
    return sends.stream().filter(Send::wasAccepted).filter(Send::emergency).count();
  }

  /// Those that the service said it has.
  public List<Send> acceptedSends() {
    return sends.stream().filter(Send::wasAccepted).toList();
  }
}
