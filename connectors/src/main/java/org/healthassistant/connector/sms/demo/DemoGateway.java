package org.healthassistant.connector.sms.demo;

import java.util.function.Consumer;
import org.healthassistant.connector.sms.OutgoingSms;
import org.healthassistant.connector.sms.SendOutcome;
import org.healthassistant.connector.sms.SmsGateway;

/// Accepts every text and hands it to a listener in the same process.
public final class DemoGateway implements SmsGateway {
  /// The name of this gateway.
  public static final String NAME = "demo";

  private final Consumer<OutgoingSms> listener;

  /// A gateway whose texts go to the listener, on the thread that sends.
  public DemoGateway(Consumer<OutgoingSms> listener) {
    this.listener = listener;
  }

  @Override
  public String name() {
    return NAME;
  }

  /// Accepts under our own id, once the listener has returned.
  @Override
  public SendOutcome send(OutgoingSms sms) {
    listener.accept(sms);
    return new SendOutcome.Accepted(sms.id());
  }
}
