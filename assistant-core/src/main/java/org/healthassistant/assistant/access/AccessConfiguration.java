package org.healthassistant.assistant.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.settings.OnDemoMode;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.StoreSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
  IdentitySettings.class,
  ScreenLockSettings.class,
  EmbedSettings.class
})
class AccessConfiguration {

  @Bean
  @Conditional(OnDemoMode.class)
  DemoIssuer demoIssuer(StoreSettings store, RealClock clock) {
    return DemoIssuer.in(store.dataDirectory(), clock);
  }

  /// The one decoder of every token.
  @Bean
  JwtDecoder jwtDecoder(IdentitySettings identity, Optional<DemoIssuer> demo) {
    if (demo.isPresent()) {
      return decoder(
          NimbusJwtDecoder.withPublicKey(demo.get().publicKey()).build(),
          DemoIssuer.ISSUER,
          Optional.of(DemoIssuer.API));
    }
    String issuer = String.valueOf(identity.issuer());
    return new SupplierJwtDecoder(() -> decoder(
        NimbusJwtDecoder.withIssuerLocation(issuer).build(),
        issuer,
        Optional.ofNullable(identity.audience())));
  }

  static JwtDecoder decoder(NimbusJwtDecoder decoder, String issuer, Optional<String> audience) {
    List<OAuth2TokenValidator<Jwt>> checks = new ArrayList<>();
    checks.add(new JwtTimestampValidator());
    checks.add(new JwtIssuerValidator(issuer));
    audience.ifPresent(wanted -> checks.add(new JwtClaimValidator<List<String>>(
        JwtClaimNames.AUD, named -> named != null && named.contains(wanted))));
    decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(checks));
    return decoder;
  }
}
