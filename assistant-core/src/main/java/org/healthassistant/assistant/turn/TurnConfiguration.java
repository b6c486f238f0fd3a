package org.healthassistant.assistant.turn;

import org.healthassistant.assistant.safety.FixedWording;
import org.healthassistant.assistant.safety.Screen;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The safety room knows no Spring, so its parts are made here.
@Configuration(proxyBeanMethods = false)
class TurnConfiguration {

  @Bean
  Screen screen() {
    return Screen.builtIn();
  }

  @Bean
  FixedWording fixedWording(@Value("${assistant.region:US}") String region) {
    return FixedWording.forRegion(region);
  }
}
