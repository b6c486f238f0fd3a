package org.healthassistant.assistant.conversation;

import org.healthassistant.assistant.TestService;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TopicSignals;
import org.healthassistant.assistant.store.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The stored conversations of a running service, at a time that the test moves.
public final class ConversationsAtTime {

  private ConversationsAtTime() {}

  /// The conversations of the service's database by the given clock.
  public static Conversations of(TestService service, RealClock clock, TopicSignals signals) {
    return of(service, clock, signals, new ConversationLimits(1000, 1000));
  }

  /// As [#of(TestService, RealClock, TopicSignals)], with limits.
  static Conversations of(
      TestService service, RealClock clock, TopicSignals signals, ConversationLimits limits) {
    return new Conversations(
        service.bean(JdbcClient.class),
        clock,
        service.bean(Transactions.class),
        signals,
        service.bean(Subjects.class),
        limits);
  }
}
