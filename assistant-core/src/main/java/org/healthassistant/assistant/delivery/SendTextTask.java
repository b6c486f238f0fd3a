package org.healthassistant.assistant.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.patient.KeyDestroyedException;
import org.healthassistant.assistant.patient.PhoneNumbers;
import org.healthassistant.assistant.patient.Sealing;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TaskHandler;
import org.healthassistant.assistant.store.Transactions;
import org.healthassistant.connector.sms.OutgoingSms;
import org.healthassistant.connector.sms.SendOutcome;
import org.healthassistant.connector.sms.SmsGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Sends one text of the outbox.
///
/// The text is marked `SENDING` durably before the gateway is called, outside of any transaction,
/// and its outcome is stored after. Whoever finds the mark knows that a process died in between:
/// emergency wording is then sent again, though not without end, any other text becomes `UNKNOWN`
/// and is not.
@Component
class SendTextTask implements TaskHandler {

  static final String TASK = "send-text";
  private static final String DIED = "died-while-sending";
  private static final Logger LOG = LoggerFactory.getLogger(SendTextTask.class);

  private final OutboxRows rows;
  private final SendGovernor governor;
  private final DeliveryStatePublisher states;
  private final PhoneNumbers numbers;
  private final Sealing sealing;
  private final SmsGateway gateway;
  private final Transactions transactions;
  private final RealClock clock;

  SendTextTask(
      OutboxRows rows,
      SendGovernor governor,
      DeliveryStatePublisher states,
      PhoneNumbers numbers,
      Sealing sealing,
      SmsGateway gateway,
      Transactions transactions,
      RealClock clock) {
    this.rows = rows;
    this.governor = governor;
    this.states = states;
    this.numbers = numbers;
    this.sealing = sealing;
    this.gateway = gateway;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public String name() {
    return TASK;
  }

  @Override
  public Urgency urgency() {
    return Urgency.HIGH;
  }

  @Override
  public Next run(String id) {
    return switch (transactions.durable(() -> claim(id))) {
      case Claim.Nothing nothing -> new Next.Done();
      case Claim.Later later -> new Next.Again(later.at());
      case Claim.Send send -> conclude(send.row(), handOver(send.sms()));
    };
  }

  private Claim claim(String id) {
    Optional<OutboxRow> found = rows.lock(id);
    if (found.isEmpty()) {
      return new Claim.Nothing();
    }
    OutboxRow row = found.get();
    return switch (row.state()) {
      case PENDING -> claimPending(row);
      case SENDING ->
        SendAttemptPolicy.mayRepeat(row) ? mark(row) : end(row, SendState.UNKNOWN, DIED);
      case ACCEPTED, DELIVERED, FAILED, UNKNOWN, SUPPRESSED -> new Claim.Nothing();
    };
  }

  private Claim claimPending(OutboxRow row) {
    Optional<String> stops = governor.stops(row.numberHash(), row.purpose());
    if (stops.isPresent()) {
      return end(row, SendState.SUPPRESSED, stops.get());
    }
    return rows.waitsForEarlier(row)
        ? new Claim.Later(clock.instant().plus(Duration.ofSeconds(1)))
        : mark(row);
  }

  private Claim mark(OutboxRow row) {
    Optional<PhoneNumbers.Known> number = numbers.find(row.numberHash());
    if (number.isEmpty()) {
      return end(row, SendState.FAILED, "no-number");
    }
    if (!number.get().subjectId().equals(row.subjectId())) {
      // The number is somebody else's by now, or nobody's: what was written for its former owner
      // must not reach it.
      return end(row, SendState.FAILED, "number-moved");
    }
    OutgoingSms sms;
    try {
      sms = new OutgoingSms(
          row.id(),
          row.ownNumber(),
          numbers.open(number.get()),
          sealing.open(row.text(), OutboxRow.place(row.id())));
    } catch (KeyDestroyedException e) {
      return end(row, SendState.FAILED, "erased");
    } catch (IllegalStateException spoilt) {
      return end(row, SendState.FAILED, "unreadable");
    }
    rows.sending(row.id());
    states.publish(row, SendState.SENDING, "");
    return new Claim.Send(rows.find(row.id()).orElseThrow(), sms);
  }

  private Claim end(OutboxRow row, SendState state, String code) {
    rows.move(row.id(), List.of(row.state()), state, code);
    states.publish(row, state, code);
    return new Claim.Nothing();
  }

  private SendOutcome handOver(OutgoingSms sms) {
    try {
      return gateway.send(sms);
    } catch (RuntimeException e) {
      LOG.error("DE-006: gateway {} threw {} on text {}", gateway.name(), e.getClass(), sms.id());
      return new SendOutcome.Unknown("gateway-error");
    }
  }

  private Next conclude(OutboxRow row, SendOutcome outcome) {
    SendAttemptPolicy.Decision decision = SendAttemptPolicy.decide(row, outcome, clock.instant());
    transactions.durable(() -> {
      if (outcome instanceof SendOutcome.Accepted accepted) {
        rows.accepted(row.id(), accepted.gatewayId());
      }
      if (outcome instanceof SendOutcome.Unknown) {
        rows.countUnknown(row.id());
      }
      governor.applyOptOut(row, decision.code(), clock.instant());
      // A report may have been faster, and another instance may have taken us for dead.
      if (rows.move(
          row.id(),
          List.of(SendState.SENDING, SendState.UNKNOWN),
          decision.state(),
          decision.code())) {
        states.publish(row, decision.state(), decision.code());
      }
    });
    return decision.again().<Next>map(Next.Again::new).orElseGet(Next.Done::new);
  }

  /// What a run has to do.
  private sealed interface Claim {

    /// Nothing, or nothing any more.
    record Nothing() implements Claim {}

    /// Not yet.
    record Later(Instant at) implements Claim {}

    /// This text is ours to send; the mark is set.
    record Send(OutboxRow row, OutgoingSms sms) implements Claim {}
  }
}
