package org.healthassistant.assistant.delivery;

import java.net.URI;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.connector.Secret;
import org.healthassistant.connector.sms.SmsGateway;
import org.healthassistant.connector.sms.demo.DemoGateway;
import org.healthassistant.connector.sms.kannel.KannelGateway;
import org.healthassistant.connector.sms.twilio.TwilioGateway;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.util.UriComponentsBuilder;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({KannelProperties.class, TwilioProperties.class})
class DeliveryConfiguration {

  @Bean
  SmsGateway smsGateway(
      Environment environment, KannelProperties kannel, TwilioProperties twilio, RealClock clock) {
    return switch (SmsProvider.of(environment)) {
      case NONE -> new NoGateway();
      // The page reads what was accepted from the outbox, so nobody has to listen.
      case DEMO -> new DemoGateway(sms -> {});
      case TWILIO -> new TwilioGateway(twilio.complete(), clock);
      case KANNEL -> new KannelGateway(kannel.complete(statusUrl(environment, kannel)), clock);
    };
  }

  private static URI statusUrl(Environment environment, KannelProperties kannel) {
    String base = environment.getProperty("assistant.base-url", "");
    String own = "http://127.0.0.1:" + environment.getProperty("server.port", "8080");
    Secret secret = kannel.inboundSecret();
    return UriComponentsBuilder.fromUriString(base.isBlank() ? own : base)
        .path("/sms/kannel/status")
        .queryParam("secret", "{secret}")
        .build(secret == null ? "" : secret.reveal());
  }
}
