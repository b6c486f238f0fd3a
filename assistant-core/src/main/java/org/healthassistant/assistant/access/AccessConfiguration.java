package org.healthassistant.assistant.access;

import java.util.Optional;
import org.healthassistant.assistant.settings.OnDemoMode;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.StoreSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({IdentitySettings.class, ScreenLockSettings.class})
class AccessConfiguration {

  @Bean
  @Conditional(OnDemoMode.class)
  DemoIssuer demoIssuer(StoreSettings store, RealClock clock) {
    return DemoIssuer.in(store.dataDirectory(), clock);
  }

  /// The one decoder of bearer tokens. Demo tokens last for long: demo mode is for one machine.
  @Bean
  JwtDecoder jwtDecoder(
      IdentitySettings identity, Optional<DemoIssuer> demo, IssuerKeys keys, RealClock clock) {
    TokenChecks checks = new TokenChecks(clock);
    if (demo.isPresent()) {
      NimbusJwtDecoder decoder =
          NimbusJwtDecoder.withPublicKey(demo.get().publicKey()).build();
      decoder.setJwtValidator(
          checks.all(DemoIssuer.ISSUER, Optional.of(DemoIssuer.API), Optional.empty()));
      return decoder;
    }
    return keys.decoder(checks.all(
        String.valueOf(identity.issuer()),
        Optional.of(String.valueOf(identity.audience())),
        Optional.of(identity.longestToken())));
  }
}
