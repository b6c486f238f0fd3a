package org.healthassistant.assistant.access.issuer;

import org.springframework.security.oauth2.jwt.JwtException;

/// The issuer cannot be reached; trying again later helps.
public final class IssuerAwayException extends JwtException {

  private static final long serialVersionUID = 1L;

  IssuerAwayException(String message) {
    super(message);
  }

  IssuerAwayException(String message, Throwable cause) {
    super(message, cause);
  }
}
