package org.healthassistant.assistant.sms;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.healthassistant.assistant.delivery.gateway.SmsProvider;
import org.springframework.context.annotation.Conditional;

/// The bean exists only where texts travel by that provider.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(OnSmsProviderCondition.class)
@interface ConditionalOnSmsProvider {

  /// The provider.
  SmsProvider value();
}
