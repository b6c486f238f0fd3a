package org.healthassistant.assistant.access;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/// Demo mode: on when `assistant.identity.issuer` is unset.
final class DemoMode implements Condition {

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    String issuer = context.getEnvironment().getProperty("assistant.identity.issuer");
    return issuer == null || issuer.isBlank();
  }
}
