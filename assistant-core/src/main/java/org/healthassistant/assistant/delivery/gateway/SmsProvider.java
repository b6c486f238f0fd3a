package org.healthassistant.assistant.delivery.gateway;

import java.util.Arrays;
import java.util.Locale;
import org.healthassistant.assistant.settings.DemoMode;
import org.springframework.core.env.Environment;

/// By whom texts travel: the setting `assistant.sms.provider`.
public enum SmsProvider {
  /// By nobody: texts fail at once, and the care team sees that they did.
  NONE,
  /// The demo phone, a page of ours; demo mode only, and the default there.
  DEMO,
  /// Twilio, or whatever speaks its API.
  TWILIO,
  /// A Kannel of the organisation's own.
  KANNEL;

  private static final String SETTING = "assistant.sms.provider";

  /// The provider that is configured: unset, `demo` in demo mode and `none` otherwise.
  ///
  /// @throws IllegalArgumentException if the setting names no provider, or the demo phone outside
  ///     of demo mode; says what may be set
  public static SmsProvider configured(Environment environment) {
    boolean demoMode = DemoMode.in(environment).on();
    String name = environment.getProperty(SETTING, "").strip().toUpperCase(Locale.ROOT);
    if (name.isEmpty()) {
      return demoMode ? DEMO : NONE;
    }
    SmsProvider found = Arrays.stream(values())
        .filter(provider -> provider.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(
            "DE-007: " + SETTING + " must be none, demo, twilio or kannel"));
    if (found == DEMO && !demoMode) {
      throw new IllegalArgumentException("DE-008: " + SETTING
          + "=demo works only in demo mode; set it to none, twilio or kannel, or unset"
          + " assistant.identity.issuer");
    }
    return found;
  }

  /// Whether what the provider takes reaches a phone. The demo phone is the patient's: a page
  /// that it took would count as sent, and nobody would ever see it.
  public boolean reachesPhones() {
    return this != NONE && this != DEMO;
  }
}
