package org.healthassistant.assistant.turn.screening;

import io.micrometer.core.instrument.MeterRegistry;
import org.healthassistant.assistant.TestService;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.escalation.Escalations;
import org.healthassistant.assistant.library.BrokenLibrary;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.Transactions;

/// The late reading of meaning of a running service whose classifier is broken.
public final class BrokenMeaning {

  private BrokenMeaning() {}

  /// Readings that never come.
  public static MessageReadings readings(TestService service) {
    return new MessageReadings(
        new BrokenLibrary(service),
        service.bean(Messages.class),
        service.bean(MessageScreen.class));
  }

  /// Reads nothing, however often it is tried.
  public static LateMeaning lateMeaning(TestService service) {
    return new LateMeaning(
        service.bean(MessageScreen.class),
        readings(service),
        service.bean(Messages.class),
        service.bean(Subjects.class),
        service.bean(Escalations.class),
        service.bean(RealClock.class),
        service.bean(Transactions.class),
        service.bean(MeterRegistry.class));
  }
}
