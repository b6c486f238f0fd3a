package org.healthassistant.assistant.access.route;

import jakarta.servlet.http.HttpServletRequest;

/// The routes that carry their own proof.
final class Webhooks {

  static final String[] PATHS = {"/sms/kannel/**", "/sms/twilio/**"};

  private Webhooks() {}

  /// Whether the request is a webhook's.
  static boolean matches(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.startsWith("/sms/kannel/") || path.startsWith("/sms/twilio/");
  }
}
