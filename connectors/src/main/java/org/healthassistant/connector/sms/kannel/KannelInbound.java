package org.healthassistant.connector.sms.kannel;

import java.time.Instant;
import java.util.Map;
import org.healthassistant.connector.sms.DeliveryReport;
import org.healthassistant.connector.sms.InboundSms;

/// Reads the query parameters of the requests that Kannel makes.
public final class KannelInbound {
  private KannelInbound() {}

  /// Reads a text: `from`, `to`, `text`, `id`, `ts` (epoch seconds) and `charset`.
  ///
  /// Numbers come with and without `+`; a number of ten digits or more gets one. Unknown parameters
  /// are ignored.
  ///
  /// @param parameters already decoded as UTF-8, one value a name
  /// @param now the time of the text if `ts` is missing or unreadable
  /// @throws IllegalArgumentException if `from` or `id` is missing, or `charset` is not UTF-8;
  /// names the parameter
  ///     and what to configure, no value
  public static InboundSms text(Map<String, String> parameters, Instant now) {
    throw new UnsupportedOperationException();
  }

  /// Reads a delivery report: `id` (our message) and `type` (1, 2, 4, 8 or 16).
  ///
  /// @throws IllegalArgumentException if one is missing or the type is none of these
  public static DeliveryReport report(Map<String, String> parameters) {
    throw new UnsupportedOperationException();
  }
}
