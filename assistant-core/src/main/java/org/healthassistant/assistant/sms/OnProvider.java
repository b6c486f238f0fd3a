package org.healthassistant.assistant.sms;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import java.util.Objects;
import org.healthassistant.assistant.delivery.SmsProvider;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/// Only there where texts travel by that provider.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(OnProvider.Chosen.class)
@interface OnProvider {

  /// The provider.
  SmsProvider value();

  /// Looks at the setting.
  final class Chosen implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      Map<String, ?> attributes =
          Objects.requireNonNull(metadata.getAnnotationAttributes(OnProvider.class.getName()));
      return attributes.get("value") == SmsProvider.of(context.getEnvironment());
    }
  }
}
