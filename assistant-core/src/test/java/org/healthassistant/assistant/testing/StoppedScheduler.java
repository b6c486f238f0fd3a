package org.healthassistant.assistant.testing;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;

/// Leaves out what starts the scheduler: work is scheduled as always, and nothing runs it but the
/// test.
final class StoppedScheduler implements BeanDefinitionRegistryPostProcessor {

  private static final String STARTER = "schedulerLifecycle";

  @Override
  public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
    if (registry.containsBeanDefinition(STARTER)) {
      registry.removeBeanDefinition(STARTER);
    }
  }
}
