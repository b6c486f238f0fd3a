package org.healthassistant.assistant.escalation.paging;

import java.util.ArrayList;
import java.util.List;
import org.healthassistant.assistant.delivery.gateway.SmsProvider;
import org.healthassistant.assistant.escalation.ReplyWithin;
import org.healthassistant.assistant.escalation.TakeOverSettings;
import org.healthassistant.assistant.escalation.policy.Policy;
import org.healthassistant.assistant.escalation.policy.PolicyReading;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.team.CareTeam;
import org.healthassistant.connector.sms.SmsGateway;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
  ReplyWithin.class,
  TakeOverSettings.class,
  PageSettings.class,
  MailProperties.class
})
class PagingConfiguration {

  /// What pages go out by.
  @Bean
  PageTransports pageTransports(PageSettings settings, MailProperties mail) {
    return PageTransports.of(settings, mail);
  }

  /// Every channel there is, in the order in which they are tried.
  @Bean
  PageChannels pageChannels(
      PageTransports transports,
      CareTeam team,
      PageLink link,
      RealClock clock,
      JsonMapper json,
      SmsGateway gateway,
      Environment environment) {
    List<PageChannel> channels = new ArrayList<>();
    transports
        .webhook()
        .ifPresent(hook -> channels.add(new WebhookChannel(hook, link, clock, json)));
    if (SmsProvider.configured(environment).reachesPhones()) {
      channels.add(new SmsChannel(gateway, link));
    }
    transports.email().ifPresent(notice -> channels.add(new EmailChannel(notice, link)));
    return new PageChannels(channels, team);
  }

  /// What is due when; the settings were checked before anything started.
  @Bean
  Policy policy(Environment environment, CareTeam team, PageChannels channels) {
    PolicyReading reading = PolicyReading.of(environment, team);
    if (!reading.faults().isEmpty()) {
      throw new IllegalStateException("ES-001: " + String.join("; ", reading.faults()));
    }
    return new Policy(reading.rules(), team, channels);
  }
}
