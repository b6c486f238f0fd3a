package org.healthassistant.assistant.settings;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/// Matches in demo mode, for beans that exist only there.
public final class OnDemoMode implements Condition {

  /// For Spring, which makes conditions by reflection.
  public OnDemoMode() {}

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    return DemoMode.in(context.getEnvironment()).on();
  }
}
