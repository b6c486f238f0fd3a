package org.healthassistant.assistant.delivery.gateway;

import java.net.URI;
import org.healthassistant.assistant.settings.ServiceAddress;
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
@EnableConfigurationProperties(SmsSettings.class)
class GatewayConfiguration {

  @Bean
  SmsGateway smsGateway(
      Environment environment, SmsSettings settings, ServiceAddress address, RealClock clock) {
    return switch (SmsProvider.configured(environment)) {
      case NONE -> new NoGateway();
      // The page reads what was accepted from the outbox, so nobody has to listen.
      case DEMO -> new DemoGateway(sms -> {});
      case TWILIO -> new TwilioGateway(settings.twilio().complete(), clock);
      case KANNEL ->
        new KannelGateway(settings.kannel().complete(statusUrl(address, settings)), clock);
    };
  }

  private static URI statusUrl(ServiceAddress address, SmsSettings settings) {
    Secret secret = settings.kannel().inboundSecret();
    return UriComponentsBuilder.fromUri(address.to("/sms/kannel/status"))
        .queryParam("secret", "{secret}")
        .build(secret == null ? "" : secret.reveal());
  }
}
