package org.healthassistant.evaluation.traffic;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.healthassistant.evaluation.service.Waiting;
import org.jspecify.annotations.Nullable;

/// One sender that writes message after message, each under one id until the service has it,
/// however often the service dies meanwhile.
///
/// By web it is a patient in one conversation; now and then the client goes away after a failed
/// try and never comes back for that message. By SMS every message comes from a number of its
/// own.
public final class VirtualUser implements Runnable {

  private static final Duration RETRY = Duration.ofMillis(60);
  private static final int THINKING_MILLIS = 400;
  private static final double EMERGENCIES = 0.25;
  private static final double GOES_AWAY = 0.15;

  private final Send.Channel channel;
  private final String patient;
  private final ServiceChannels channels;
  private final SendLog log;
  private final AtomicLong numbers;
  private final SplittableRandom random;
  private final BooleanSupplier goOn;

  /// @param patient who writes by web; unused by SMS
  /// @param numbers gives every message of the run its number
  /// @param goOn whether another message is to be begun; one that has begun is finished
  public VirtualUser(
      Send.Channel channel,
      String patient,
      ServiceChannels channels,
      SendLog log,
      AtomicLong numbers,
      SplittableRandom random,
      BooleanSupplier goOn) {
    this.channel = channel;
    this.patient = patient;
    this.channels = channels;
    this.log = log;
    this.numbers = numbers;
    this.random = random;
    this.goOn = goOn;
  }

  @Override
  public void run() {
    while (goOn.getAsBoolean()) {
      Send send = next();
      if (send != null) {
        log.enter(send);
        bring(send);
      }
      Waiting.pause(Duration.ofMillis(random.nextInt(THINKING_MILLIS)));
    }
  }

  private @Nullable Send next() {
    long number = numbers.incrementAndGet();
    MessageGenerator.Words words = MessageGenerator.draw(random, number, EMERGENCIES);
    String id = String.format(Locale.ROOT, "evaluation-%06d", number);
    return switch (channel) {
      case SMS -> new Send(channel, LoadPatients.phone((int) number), "", id, words);
      case WEB -> {
        try {
          yield new Send(channel, patient, channels.conversation(patient), id, words);
        } catch (IOException | IllegalStateException e) {
          yield null;
        }
      }
    };
  }

  private void bring(Send send) {
    boolean goesAway = channel == Send.Channel.WEB && random.nextDouble() < GOES_AWAY;
    while (!Thread.currentThread().isInterrupted()) {
      log.trying();
      if (attempt(send)) {
        log.accepted();
        return;
      }
      if (goesAway || send.wasRefused()) {
        return;
      }
      Waiting.pause(RETRY);
    }
  }

  private boolean attempt(Send send) {
    try {
      return channels.attempt(send);
    } catch (IllegalStateException e) {
      send.refused();
      return false;
    }
  }
}
