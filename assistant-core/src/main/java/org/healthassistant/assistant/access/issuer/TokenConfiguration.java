package org.healthassistant.assistant.access.issuer;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.healthassistant.assistant.access.DemoIssuer;
import org.healthassistant.assistant.access.IdentitySettings;
import org.healthassistant.assistant.store.RealClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

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

  /// The decoders of ID tokens; a service has one client.
  @Bean
  JwtDecoderFactory<ClientRegistration> idTokenDecoders(SignInTokens tokens) {
    Map<String, JwtDecoder> made = new ConcurrentHashMap<>();
    return client ->
        made.computeIfAbsent(client.getRegistrationId(), id -> tokens.idTokens(client));
  }
}
