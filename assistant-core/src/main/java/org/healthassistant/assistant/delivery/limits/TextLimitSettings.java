package org.healthassistant.assistant.delivery.limits;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.annotation.Validated;

/// Up to how many texts replies go out. A day is the last 24 hours, an hour the last 60 minutes.
/// Emergencies, urgent advice and what people of the care team write are never held back.
///
/// @param sameReplyADay the same reply goes to a number at most so often a day
/// @param sameTextAnHour from so many times on that a number writes the same within an hour, it
///     is taken for a machine and not replied to
/// @param unlinkedADay replies to numbers that are no patient's end once so many texts went to
///     such numbers in a day
/// @param allADay replies end once so many texts went out in a day
@Validated
@ConfigurationProperties("assistant.sms.limits")
record TextLimitSettings(
    @Min(value = 1, message = "must be 1 or more") @DefaultValue("10")
    int sameReplyADay,

    @Min(value = 2, message = "must be 2 or more") @DefaultValue("10")
    int sameTextAnHour,

    @Min(value = 0, message = "must not be negative") @DefaultValue("1000")
    int unlinkedADay,

    @Min(value = 1, message = "must be 1 or more") @DefaultValue("20000")
    int allADay) {

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(TextLimitSettings.class)
  static class Enabled {}
}
