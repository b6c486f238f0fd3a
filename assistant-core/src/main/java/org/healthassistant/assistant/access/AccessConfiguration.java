package org.healthassistant.assistant.access;

import org.healthassistant.assistant.settings.OnDemoMode;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.StoreSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({IdentitySettings.class, ScreenLockSettings.class})
class AccessConfiguration {

  @Bean
  @Conditional(OnDemoMode.class)
  DemoIssuer demoIssuer(StoreSettings store, RealClock clock) {
    return DemoIssuer.in(store.dataDirectory(), clock);
  }
}
