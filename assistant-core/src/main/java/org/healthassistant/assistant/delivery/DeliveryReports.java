package org.healthassistant.assistant.delivery;

import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.Transactions;
import org.healthassistant.connector.sms.DeliveryReport;
import org.healthassistant.connector.sms.DeliveryState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Applies what a gateway reports about a text it took. Reports come late, twice and out of
/// order, also before the answer to the sending, so a text only ever moves forward.
@Component
public class DeliveryReports {

  private static final String REPORTED = "reported-failed";

  /// A report that the carrier has it settles a text of which we know less: the answer to the
  /// sending was lost or is still to come, and it must not be sent once more.
  private static final List<SendState> UNSETTLED =
      List.of(SendState.PENDING, SendState.SENDING, SendState.UNKNOWN);

  private final OutboxRows rows;
  private final DeliveryStatePublisher states;
  private final SendGovernor governor;
  private final RealClock clock;
  private final Transactions transactions;
  private final ApplicationEventPublisher events;

  DeliveryReports(
      OutboxRows rows,
      DeliveryStatePublisher states,
      SendGovernor governor,
      RealClock clock,
      Transactions transactions,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.states = states;
    this.governor = governor;
    this.clock = clock;
    this.transactions = transactions;
    this.events = events;
  }

  /// Applies one report; durable before it returns. A report about a text that is not known, or
  /// that tells nothing new, changes nothing.
  ///
  /// @return whether the text moved
  public boolean apply(DeliveryReport report) {
    if (report.state() == DeliveryState.FAILED && rows.find(report.messageId()).isEmpty()) {
      events.publishEvent(new UnknownTextFailed(report.messageId(), codeOf(report)));
      return false;
    }
    return transactions.durable(() -> {
      Optional<OutboxRow> row = rows.lock(report.messageId());
      return row.isPresent()
          && switch (report.state()) {
            case QUEUED, SENT -> move(row.get(), UNSETTLED, SendState.ACCEPTED, "");
            case DELIVERED ->
              move(
                  row.get(),
                  OutboxRows.but(SendState.DELIVERED, SendState.FAILED, SendState.SUPPRESSED),
                  SendState.DELIVERED,
                  "");
            case FAILED -> failed(row.get(), report);
          };
    });
  }

  private static String codeOf(DeliveryReport report) {
    return report.code().isEmpty() ? REPORTED : report.code();
  }

  private boolean failed(OutboxRow row, DeliveryReport report) {
    governor.applyOptOut(row, report.code(), clock.instant());
    return move(
        row,
        List.of(SendState.SENDING, SendState.ACCEPTED, SendState.UNKNOWN),
        SendState.FAILED,
        codeOf(report));
  }

  private boolean move(OutboxRow row, List<SendState> from, SendState to, String code) {
    if (!rows.move(row.id(), from, to, code)) {
      return false;
    }
    if (to == SendState.ACCEPTED
        || row.state() != SendState.ACCEPTED && to == SendState.DELIVERED) {
      rows.accepted(row.id(), "");
    }
    states.publish(row, to, code);
    return true;
  }
}
