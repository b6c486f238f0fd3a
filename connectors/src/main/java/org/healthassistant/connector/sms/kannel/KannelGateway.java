package org.healthassistant.connector.sms.kannel;

import org.healthassistant.connector.sms.OutgoingSms;
import org.healthassistant.connector.sms.SendOutcome;
import org.healthassistant.connector.sms.SmsGateway;

/// Sends by Kannel's `sendsms` page.
public final class KannelGateway implements SmsGateway {
  /// The name of this gateway.
  public static final String NAME = "kannel";

  /// A gateway with the given settings; opens no connection yet.
  public KannelGateway(KannelSettings settings) {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public SendOutcome send(OutgoingSms sms) {
    throw new UnsupportedOperationException();
  }
}
