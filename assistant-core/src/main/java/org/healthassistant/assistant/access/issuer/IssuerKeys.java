package org.healthassistant.assistant.access.issuer;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/// Reads tokens by the keys that the issuer publishes, which are fetched when first needed.
@Component
public class IssuerKeys {

  private final IssuerMetadata metadata;

  IssuerKeys(IssuerMetadata metadata) {
    this.metadata = metadata;
  }

  /// A decoder of the issuer's tokens. While the issuer cannot be reached it throws
  /// [IssuerAwayException], and tries again at the next token.
  ///
  /// @param checks what a token must be like beyond its signature
  public JwtDecoder decoder(OAuth2TokenValidator<Jwt> checks) {
    return new WhenNeeded(checks);
  }

  private final class WhenNeeded implements JwtDecoder {
    private final OAuth2TokenValidator<Jwt> checks;
    private volatile @Nullable NimbusJwtDecoder decoder;

    WhenNeeded(OAuth2TokenValidator<Jwt> checks) {
      this.checks = checks;
    }

    @Override
    public Jwt decode(String token) {
      NimbusJwtDecoder ready = decoder;
      return (ready == null ? make() : ready).decode(token);
    }

    private synchronized NimbusJwtDecoder make() {
      String keys = metadata.address("jwks_uri");
      if (keys == null) {
        throw new IssuerAwayException("the issuer names no address of its keys");
      }
      try {
        NimbusJwtDecoder made = NimbusJwtDecoder.withJwkSetUri(keys)
            .discoverJwsAlgorithms()
            .restOperations(metadata.template())
            .build();
        made.setJwtValidator(checks);
        decoder = made;
        return made;
      } catch (JwtException known) {
        throw known;
      } catch (RuntimeException away) {
        throw new IssuerAwayException("the issuer's keys cannot be fetched", away);
      }
    }
  }
}
