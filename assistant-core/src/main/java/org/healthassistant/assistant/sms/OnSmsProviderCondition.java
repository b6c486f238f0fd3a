package org.healthassistant.assistant.sms;

import java.util.Map;
import java.util.Objects;
import org.healthassistant.assistant.delivery.gateway.SmsProvider;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/// Compares the provider of a [ConditionalOnSmsProvider] with the one that is configured.
final class OnSmsProviderCondition implements Condition {

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    Map<String, ?> attributes = Objects.requireNonNull(
        metadata.getAnnotationAttributes(ConditionalOnSmsProvider.class.getName()));
    return attributes.get("value") == SmsProvider.configured(context.getEnvironment());
  }
}
