package org.healthassistant.assistant.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.Tasks;
import org.healthassistant.assistant.store.TopicSignals;
import org.healthassistant.assistant.store.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Tells what became of a text: keeps it with its message in the caller's transaction, and after
/// the commit counts it, publishes it and wakes whoever reads the number's texts.
@Component
class DeliveryStatePublisher {

  private static final Logger LOG = LoggerFactory.getLogger(DeliveryStatePublisher.class);

  private final OutboxRows rows;
  private final Messages messages;
  private final Tasks tasks;
  private final Transactions transactions;
  private final ApplicationEventPublisher events;
  private final TopicSignals signals;
  private final MeterRegistry meters;
  private final RealClock clock;

  DeliveryStatePublisher(
      OutboxRows rows,
      Messages messages,
      Tasks tasks,
      Transactions transactions,
      ApplicationEventPublisher events,
      TopicSignals signals,
      MeterRegistry meters,
      RealClock clock) {
    this.rows = rows;
    this.messages = messages;
    this.tasks = tasks;
    this.transactions = transactions;
    this.events = events;
    this.signals = signals;
    this.meters = meters;
    this.clock = clock;
    meters.counter("assistant.delivery.unknown");
  }

  /// The text is in that state now. Where it is lost, the same transaction schedules the task by
  /// which the care team learns of it. A listener that fails is logged and changes nothing: the
  /// state is durable, and a task that failed here would take its own mark for that of a dead
  /// process.
  void publish(OutboxRow row, SendState state, String code) {
    messages.delivery(row.messageId(), rows.stateOfMessage(row.messageId()).name());
    if (LostText.isLost(row.purpose(), state)) {
      tasks.schedule(LostText.TASK, row.id(), clock.instant());
    }
    DeliveryChanged change = new DeliveryChanged(
        row.messageId(), row.conversationId(), row.subjectId(), row.purpose(), state, code);
    transactions.afterCommit(() -> publish(row, state, change));
  }

  private void publish(OutboxRow row, SendState state, DeliveryChanged change) {
    meters
        .counter(
            "assistant.delivery.texts",
            "state",
            state.name(),
            "purpose",
            row.purpose().name())
        .increment();
    if (state == SendState.UNKNOWN) {
      meters.counter("assistant.delivery.unknown").increment();
      LOG.error(
          "DE-002: whether text {} of message {} went out is not known ({}); it is not sent again",
          row.id(),
          row.messageId(),
          change.code());
    }
    for (Runnable step : List.<Runnable>of(
        () -> events.publishEvent(change),
        () -> signals.signal(SentTextReader.topic(row.numberHash())))) {
      try {
        step.run();
      } catch (RuntimeException e) {
        LOG.error("DE-003: a listener failed on {} of text {}: {}", state, row.id(), e.getClass());
      }
    }
  }
}
