package org.healthassistant.assistant.conversation;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.annotation.Validated;

/// How many conversations a patient may begin. Every list of a patient's conversations holds them
/// all, so their number is bounded.
///
/// @param aDay how many conversations a patient may begin in 24 hours; then one of those is to be
///     written in
/// @param inAll how many conversations a patient may have; then one of those is to be written in
@Validated
@ConfigurationProperties("assistant.conversations")
public record ConversationLimits(
    @Positive(message = "must be at least 1") @DefaultValue("500")
    int aDay,

    @Positive(message = "must be at least 1") @DefaultValue("2000")
    int inAll) {

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(ConversationLimits.class)
  static class Enabled {}
}
