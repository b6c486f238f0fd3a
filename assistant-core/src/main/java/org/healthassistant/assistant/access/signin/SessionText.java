package org.healthassistant.assistant.access.signin;

import org.healthassistant.assistant.patient.ServiceSealing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/// How sessions stand in the database: everything in them is text, sealed. Objects are refused
/// when they are written, so that none is ever made from what a row says.
@Configuration(proxyBeanMethods = false)
class SessionText {

  private static final String PURPOSE = "page session";

  /// By this name Spring Session looks for it.
  @Bean
  ConversionService springSessionConversionService(ServiceSealing sealing) {
    GenericConversionService texts = new GenericConversionService();
    texts.addConverter(Object.class, byte[].class, kept -> sealing.seal(PURPOSE, text(kept)));
    texts.addConverter(byte[].class, Object.class, bytes -> sealing.open(PURPOSE, bytes));
    return texts;
  }

  /// Two requests that begin the same thing at once do not disturb each other.
  @Bean
  SessionRepositoryCustomizer<JdbcIndexedSessionRepository> firstAttributeCounts() {
    return sessions -> sessions.setCreateSessionAttributeQuery("""
        insert into page_session_attributes (session_primary_id, attribute_name, attribute_bytes)
        values (?, ?, ?) on conflict do nothing
        """);
  }

  private static String text(Object kept) {
    if (kept instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException(
        "a session keeps text and nothing else, not a " + kept.getClass().getName());
  }
}
