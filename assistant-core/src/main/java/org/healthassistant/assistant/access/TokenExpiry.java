package org.healthassistant.assistant.access;

import java.time.Instant;
import java.util.Optional;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.stereotype.Component;

/// Tells until when a bearer token is good, for streams that end with it.
@Component
public class TokenExpiry {

  private static final String PREFIX = "Bearer ";

  private final JwtDecoder decoder;

  TokenExpiry(JwtDecoder decoder) {
    this.decoder = decoder;
  }

  /// When the token of an `Authorization` header ends; far away for one without an end.
  ///
  /// @param authorization the header as sent; the request has passed the route rules with it
  public Instant find(Optional<String> authorization) {
    return authorization
        .filter(header -> header.startsWith(PREFIX))
        .map(header -> decoder.decode(header.substring(PREFIX.length())).getExpiresAt())
        .orElse(Instant.MAX);
  }
}
